package dev.heed.reply.publication;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.XConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Finds what is due and gives each account to its writer, one pass at a time in this process.
 *
 * <p>Woken when something has just become due; looks every quarter of a second anyway, so that a lost wake-up or a crash
 * delays and never loses.
 */
@ApplicationScoped
class DueWork {
    private static final Logger LOG = Logger.getLogger(DueWork.class);

    /** Those who wake us are inside a transaction that commits within about this time; else the poll finds it. */
    private static final long SOON_MILLIS = 10;

    private final Vertx vertx;
    private final Transactions transactions;
    private final Publications publications;
    private final AccountWriter writer;
    private final PublicationConfig config;
    private final XConfig x;
    private final Clock clock = Clock.systemUTC();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile long timer;

    DueWork(
            Vertx vertx,
            Transactions transactions,
            Publications publications,
            AccountWriter writer,
            PublicationConfig config,
            XConfig x) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.publications = publications;
        this.writer = writer;
        this.config = config;
        this.x = x;
    }

    void start(@Observes StartupEvent start) {
        if (config.lease().compareTo(x.timeout()) <= 0) {
            throw new IllegalStateException(
                    "heed.reply.lease (%s) must be longer than heed.x.timeout (%s): a writer whose call may still be under way must not be replaced"
                            .formatted(config.lease(), x.timeout()));
        }
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Something becomes due when the running transaction commits. */
    void soon() {
        long once = vertx.setTimer(SOON_MILLIS, tick -> look());
        LOG.tracef("Woken (timer %d)", once);
    }

    private void look() {
        if (!stopped && looking.compareAndSet(false, true)) {
            onContextOfItsOwn(() -> subscribed(transactions
                    .inSession(session -> publications.accountsDue(session, clock.instant()))
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(
                            this::writeAll,
                            failure -> LOG.warnf("Cannot look for due publications: %s", failure.toString()))));
        }
    }

    private void writeAll(List<String> accounts) {
        accounts.stream().filter(busy::add).forEach(this::write);
    }

    private void write(String account) {
        onContextOfItsOwn(() -> subscribed(writer.work(account)
                .onTermination()
                .invoke(() -> busy.remove(account))
                .subscribe()
                .with(
                        done -> LOG.tracef("Nothing more is due for account %s", account),
                        failure -> LOG.warnf("Account %s waits for the next look: %s", account, failure.toString()))));
    }

    /**
     * On a fresh Vert.x context, since sessions of one context would meet: a timer that was set inside somebody's
     * transaction runs on the context of that transaction.
     */
    private void onContextOfItsOwn(Runnable work) {
        Context own = Objects.requireNonNull(
                VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()), "a root context was given");
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(begin -> work.run());
    }

    private static void subscribed(Cancellable running) {
        Objects.requireNonNull(running, "a subscription");
    }
}
