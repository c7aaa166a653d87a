package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.messaging.lease.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How far each stream was walked to the end. */
@ApplicationScoped
class Cursors {

    private static final String ADVANCE = """
            insert into walk_cursor as known (source, account_id, highest, lease_epoch, moved_at, swept)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (source) do update
              set highest = greatest(known.highest, excluded.highest), lease_epoch = excluded.lease_epoch,
                  moved_at = greatest(known.moved_at, excluded.moved_at), swept = greatest(known.swept, excluded.swept)
            """;

    private final Pool pool;

    Cursors(Pool pool) {
        this.pool = pool;
    }

    /** Empty before the first walk was finished. */
    Uni<Optional<Cursor>> find(SourceKey source) {
        return pool.preparedQuery(
                        "select highest, coalesce(swept, highest) as swept, moved_at from walk_cursor where source = $1")
                .execute(Tuple.of(source.word()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Cursors::cursor)
                        .findFirst());
    }

    /** When streams were last walked to the end, of those whose keys begin so. */
    Uni<Map<SourceKey, Instant>> walkedAt(String prefix) {
        return pool.preparedQuery("select source, moved_at from walk_cursor where starts_with(source, $1)")
                .execute(Tuple.of(prefix))
                .map(rows -> {
                    Map<SourceKey, Instant> times = new HashMap<>();
                    rows.forEach(row -> times.put(
                            new SourceKey(row.getString("source")),
                            row.getOffsetDateTime("moved_at").toInstant()));
                    return times;
                });
    }

    /** Moves the cursor forward, in the connection's transaction; never back. */
    Uni<Void> advance(SqlConnection connection, SourceKey source, AccountId account, Cursor cursor, Lease lease) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(
                        source.word(),
                        account.value(),
                        cursor.highest(),
                        lease.epoch(),
                        cursor.walkedAt().atOffset(ZoneOffset.UTC),
                        cursor.swept()))
                .replaceWithVoid();
    }

    private static Cursor cursor(Row row) {
        return new Cursor(
                row.getLong("highest"),
                row.getLong("swept"),
                row.getOffsetDateTime("moved_at").toInstant());
    }
}
