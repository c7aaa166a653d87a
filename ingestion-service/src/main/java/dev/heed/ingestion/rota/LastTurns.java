package dev.heed.ingestion.rota;

import dev.heed.ingestion.account.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How the last turn of each source went, as told by whichever process had it. */
@ApplicationScoped
public class LastTurns {

    private static final String COLUMNS =
            "source, account_id, ended_at, ended, detail, last_heard_at, next_at, every_millis";
    /** Written in one order, so that two processes cannot lock each other out; an older word never replaces a newer. */
    private static final String WRITE = "insert into source_turn as known (" + COLUMNS + ") select " + COLUMNS + """
             from json_to_recordset(cast(cast($1 as text) as json)) as told(
               source text, account_id text, ended_at timestamptz, ended text, detail text, last_heard_at timestamptz,
               next_at timestamptz, every_millis bigint)
            order by source
            on conflict (source) do update set
              account_id = excluded.account_id, ended_at = excluded.ended_at, ended = excluded.ended,
              detail = excluded.detail, last_heard_at = coalesce(excluded.last_heard_at, known.last_heard_at),
              next_at = excluded.next_at, every_millis = excluded.every_millis
            where known.ended_at <= excluded.ended_at
            """;

    private static final String READ = "select " + COLUMNS + " from source_turn order by source";

    private final Pool pool;

    LastTurns(Pool pool) {
        this.pool = pool;
    }

    /** Of every source that had a turn within a day, by key. */
    public Uni<List<LastTurn>> all() {
        return pool.query(READ)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LastTurns::turn)
                        .toList());
    }

    Uni<Void> write(Collection<LastTurn> turns) {
        if (turns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray told = new JsonArray();
        turns.forEach(turn -> told.add(json(turn)));
        return pool.preparedQuery(WRITE).execute(Tuple.of(told.encode())).replaceWithVoid();
    }

    /** Of sources that are gone nothing is worth knowing. */
    Uni<Void> forgetBefore(Instant next) {
        return pool.preparedQuery("delete from source_turn where next_at < $1")
                .execute(Tuple.of(next.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static JsonObject json(LastTurn turn) {
        return new JsonObject()
                .put("source", turn.source().word())
                .put("account_id", turn.account().value())
                .put("ended_at", turn.endedAt().toString())
                .put("ended", turn.ended())
                .put("detail", turn.detail())
                .put("last_heard_at", text(turn.lastHeardAt()))
                .put("next_at", turn.nextAt().toString())
                .put("every_millis", turn.every().toMillis());
    }

    private static LastTurn turn(Row row) {
        OffsetDateTime heard = row.getOffsetDateTime("last_heard_at");
        return new LastTurn(
                new SourceKey(row.getString("source")),
                new AccountId(row.getString("account_id")),
                row.getOffsetDateTime("ended_at").toInstant(),
                row.getString("ended"),
                row.getString("detail"),
                heard == null ? null : heard.toInstant(),
                row.getOffsetDateTime("next_at").toInstant(),
                Duration.ofMillis(row.getLong("every_millis")));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
