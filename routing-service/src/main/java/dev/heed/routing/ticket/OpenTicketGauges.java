package dev.heed.routing.ticket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** How many tickets are open now, by status. Counted in the database, so every replica tells the same. */
@ApplicationScoped
class OpenTicketGauges {

    private static final Logger LOG = Logger.getLogger(OpenTicketGauges.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final List<String> OPEN = List.of("waiting", "assigned", "claimed");
    private static final String COUNT =
            "select status, count(*) from ticket where status in ('waiting', 'assigned', 'claimed') group by status";

    private final Pool pool;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private Cancellable counting = () -> {};

    OpenTicketGauges(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        OPEN.forEach(status -> Gauge.builder("heed.tickets.open", () -> counts.getOrDefault(status, 0L))
                .description("Open tickets")
                .tag("status", status)
                .register(registry));
    }

    void start(@Observes StartupEvent started) {
        counting = Multi.createFrom()
                .ticks()
                .startingAfter(EVERY)
                .every(EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> count())
                .subscribe()
                .with(counted -> {}, failure -> LOG.error("No longer counting open tickets", failure));
    }

    void stop(@Observes ShutdownEvent stopping) {
        counting.cancel();
    }

    /** A count that fails leaves the last one standing; readiness tells of the database. */
    private Uni<Void> count() {
        return pool.query(COUNT)
                .execute()
                .invoke(this::keep)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void keep(RowSet<Row> rows) {
        OPEN.forEach(status -> counts.put(status, 0L));
        rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    }
}
