package dev.heed.messaging.inlet;

import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.outbox.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Binds queues to handlers.
 *
 * <p>Takes up to 200 messages, or what came within 5 ms, works them in one transaction with the inbox, and acknowledges last.
 * A message that cannot be used goes to the queue's dead letters with its reason, the others go on; while the database or the
 * broker is away the batch waits and is tried again.
 */
@ApplicationScoped
public class Inlets {

    private static final Logger LOG = Logger.getLogger(Inlets.class);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final Broker broker;
    private final Transactions transactions;
    private final InletConfig config;
    private final MeterRegistry registry;
    private final Pool pool;
    private final List<Inlet> open = new CopyOnWriteArrayList<>();

    Inlets(
            Broker broker,
            Transactions transactions,
            InletConfig config,
            MeterRegistry registry,
            Pool pool,
            Vertx vertx) {
        this.broker = broker;
        this.transactions = transactions;
        this.config = config;
        this.registry = registry;
        this.pool = pool;
        vertx.setPeriodic(FORGET_EVERY.toMillis(), ignored -> forget());
    }

    /** Begins to consume, one Hibernate Reactive session and transaction per batch. */
    public void open(String queue, Handler handler) {
        open(queue, Work.inSessions(transactions, queue, handler));
    }

    /** Begins to consume, one connection of the reactive SQL client and one transaction per batch. */
    public void openBatch(String queue, BatchHandler handler) {
        open(queue, Work.inConnections(transactions, queue, handler));
    }

    void stop(@Observes @Priority(1000) ShutdownEvent event) throws InterruptedException {
        for (Inlet inlet : open) {
            inlet.stop();
        }
    }

    List<Inlet> opened() {
        return open;
    }

    private void open(String queue, Work work) {
        Inlet inlet = new Inlet(queue, broker, work, config, new InletMetrics(registry, queue));
        open.add(inlet);
        inlet.start();
    }

    private void forget() {
        pool.preparedQuery("delete from inbox where handled_at < clock_timestamp() - $1 * interval '1 second'")
                .execute(Tuple.of(config.remember().toSeconds()))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("old inbox rows stay for now: %s", failure));
    }
}
