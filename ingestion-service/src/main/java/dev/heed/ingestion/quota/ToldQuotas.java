package dev.heed.ingestion.quota;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** What X told of its limits, whichever process it told: written every few seconds, so that every process can show it. */
@ApplicationScoped
public class ToldQuotas {

    private static final Logger LOG = Logger.getLogger(ToldQuotas.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    private static final String WRITE = """
            insert into quota_told as known (endpoint, token, calls_limit, calls_left, resets_at, told_at)
            select endpoint, token, calls_limit, calls_left, resets_at, told_at
              from json_to_recordset(cast(cast($1 as text) as json)) as told(
                endpoint text, token text, calls_limit int, calls_left int, resets_at timestamptz, told_at timestamptz)
             order by endpoint, token
            on conflict (endpoint, token) do update set
              calls_limit = excluded.calls_limit, calls_left = excluded.calls_left, resets_at = excluded.resets_at,
              told_at = excluded.told_at
            where known.told_at <= excluded.told_at
            """;
    private static final String LATE = """
            select endpoint, token, calls_limit, calls_left, resets_at, told_at from quota_told
            where told_at > now() - interval '1 day' order by endpoint, token
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final Quotas quotas;
    private final AtomicBoolean busy = new AtomicBoolean();

    ToldQuotas(Vertx vertx, Pool pool, Quotas quotas) {
        this.vertx = vertx;
        this.pool = pool;
        this.quotas = quotas;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> {
            if (busy.compareAndSet(false, true)) {
                var _ = write().onTermination()
                        .invoke(() -> busy.set(false))
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf("X's limits could not be written: %s", failure));
            }
        });
    }

    /** All that was told within a day, by endpoint and token. */
    public Uni<List<ToldQuota>> all() {
        return pool.query(LATE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ToldQuotas::told)
                        .toList());
    }

    Uni<Void> write() {
        List<ToldQuota> news = quotas.news();
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray told = new JsonArray();
        news.forEach(one -> told.add(json(one)));
        return pool.preparedQuery(WRITE).execute(Tuple.of(told.encode())).replaceWithVoid();
    }

    private static JsonObject json(ToldQuota told) {
        return new JsonObject()
                .put("endpoint", told.endpoint().word())
                .put("token", told.token().word())
                .put("calls_limit", told.limit())
                .put("calls_left", told.left())
                .put("resets_at", told.resetsAt().toString())
                .put("told_at", told.toldAt().toString());
    }

    private static ToldQuota told(Row row) {
        return new ToldQuota(
                Endpoint.valueOf(row.getString("endpoint").toUpperCase(Locale.ROOT)),
                new TokenKey(row.getString("token")),
                row.getInteger("calls_limit"),
                row.getInteger("calls_left"),
                row.getOffsetDateTime("resets_at").toInstant(),
                row.getOffsetDateTime("told_at").toInstant());
    }
}
