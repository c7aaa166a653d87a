package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.AccountId;
import dev.heed.messaging.lease.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** How far each account was heard to the end. */
@ApplicationScoped
class Cursors {

    private static final String ADVANCE = """
            insert into walk_cursor as known (source, account_id, highest, lease_epoch, moved_at)
            values ('mentions:' || $1, $1, $2, $3, $4)
            on conflict (source) do update
              set highest = excluded.highest, lease_epoch = excluded.lease_epoch, moved_at = excluded.moved_at
              where excluded.highest > known.highest
            """;

    private final Pool pool;

    Cursors(Pool pool) {
        this.pool = pool;
    }

    /** Empty before the first walk that met anything was finished. */
    Uni<OptionalLong> find(AccountId account) {
        return pool.preparedQuery("select highest from walk_cursor where source = 'mentions:' || $1")
                .execute(Tuple.of(account.value()))
                .map(rows -> rows.size() == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(rows.iterator().next().getLong("highest")));
    }

    /** Moves the cursor forward, in the connection's transaction; never back. */
    Uni<Void> advance(SqlConnection connection, AccountId account, long highest, Lease lease, Instant at) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(account.value(), highest, lease.epoch(), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
