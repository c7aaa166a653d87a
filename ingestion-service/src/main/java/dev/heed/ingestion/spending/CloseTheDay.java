package dev.heed.ingestion.spending;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Keeps balances fresh, writes down what could not be written, and throws away what was read on days that are over. */
@ApplicationScoped
class CloseTheDay {

    private static final Logger LOG = Logger.getLogger(CloseTheDay.class);
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofHours(1);
    /** For a database that never answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Ledger ledger;
    private final KeepBooks books;
    private final Budgets budgets;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    CloseTheDay(Vertx vertx, Ledger ledger, KeepBooks books, Budgets budgets, Clock clock) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.books = books;
        this.budgets = budgets;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        vertx.setTimer(1, started -> look());
        vertx.setPeriodic(OFTEN.toMillis(), timer -> look());
        vertx.setPeriodic(SELDOM.toMillis(), timer -> run(forget()));
    }

    /** Resources of yesterday stay: an answer of its last second may still be on its way to the ledger. */
    Uni<Void> forget() {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        return ledger.forgetReadsBefore(yesterday)
                .invoke(gone -> LOG.debugf("Forgot %d resources that were read before %s", gone, yesterday))
                .replaceWithVoid();
    }

    private void look() {
        if (busy.compareAndSet(false, true)) {
            run(books.catchUp()
                    .chain(() -> budgets.refresh().ifNoItem().after(PATIENCE).fail())
                    .onTermination()
                    .invoke(() -> busy.set(false)));
        }
    }

    private static void run(Uni<Void> work) {
        var _ = work.subscribe()
                .with(done -> {}, failure -> LOG.warnf("The ledger could not be read; trying again: %s", failure));
    }
}
