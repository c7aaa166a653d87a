package dev.heed.messaging.outbox;

import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.broker.BrokerLink;
import dev.heed.messaging.broker.Publisher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was committed to the broker: at least once, each subject in its order.
 *
 * <p>One relay per database is active at a time. A row is deleted in the transaction that read it, after its confirm: a crash
 * in between sends it again. A message that the broker refuses is held back alone, with its subject. When it is unclear what
 * a batch came to, the next is half as large, down to one, so that a message that brings the channel down is found out.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long BACKLOG_EVERY_NANOS = 5_000_000_000L;
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Broker broker;
    private final OutboxRows rows;
    private final RelaySignal signal;
    private final OutboxMetrics metrics;
    private final OutboxConfig config;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("heed-outbox").unstarted(this::run);
    private volatile boolean stopping;
    private @Nullable Publisher publisher;
    private int size;
    private long backlogDue = System.nanoTime();
    private @Nullable String lastTrouble;

    OutboxRelay(Broker broker, OutboxRows rows, RelaySignal signal, OutboxMetrics metrics, OutboxConfig config) {
        this.broker = broker;
        this.rows = rows;
        this.signal = signal;
        this.metrics = metrics;
        this.config = config;
        this.size = config.batch();
    }

    void start(@Observes @Priority(200) StartupEvent event) {
        thread.start();
    }

    void stop(@Observes @Priority(2000) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        signal.wake();
        thread.join(Duration.ofSeconds(10));
        thread.interrupt();
    }

    private void run() {
        try {
            while (!stopping) {
                if (!pass()) {
                    signal.await(config.poll().toMillis());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the relay was told to stop at once");
        }
        if (publisher != null) {
            publisher.close();
        }
    }

    /** One batch; true if another should follow at once. */
    private boolean pass() throws InterruptedException {
        try {
            boolean more = openPublisher() && rows.alone(this::depart);
            showBacklog();
            lastTrouble = null;
            return more;
        } catch (IOException | RuntimeException e) {
            if (stopping) {
                return false;
            }
            if (!e.toString().equals(lastTrouble)) {
                LOG.warnf(e, "the outbox cannot be relayed, trying again");
            }
            lastTrouble = e.toString();
            return false;
        }
    }

    private boolean openPublisher() throws IOException {
        if (publisher != null && publisher.isOpen()) {
            return true;
        }
        BrokerLink link = broker.link();
        publisher = link == null ? null : link.openPublisher();
        return publisher != null;
    }

    private boolean depart(SqlConnection connection) throws InterruptedException {
        List<OutboxRow> due = rows.next(connection, size);
        Publisher way = publisher;
        if (due.isEmpty() || way == null) {
            return false;
        }
        long end = System.nanoTime() + rows.turn().toNanos();
        Departure departure =
                new DepartureBoard(way::publish, config.window(), () -> System.nanoTime() - end >= 0).send(due);
        metrics.departed(due.size(), departure);
        rows.delete(connection, departure.confirmed());
        for (Departure.Failed failed : departure.refused()) {
            LOG.warnf(
                    "event %s of type %s is refused by the broker: %s",
                    failed.row().eventId(), failed.row().type(), failed.why());
            rows.failed(connection, failed, holdOf(failed.row()));
        }
        for (Departure.Failed failed : departure.unclear()) {
            rows.failed(connection, failed, due.size() == 1 ? holdOf(failed.row()) : AT_ONCE);
        }
        boolean clear = departure.unclear().isEmpty();
        size = clear ? Math.min(config.batch(), size * 2) : Math.max(1, due.size() / 2);
        return clear && departure.refused().isEmpty();
    }

    private Duration holdOf(OutboxRow row) {
        Duration hold = Duration.ofMillis(250L << Math.min(row.attempts(), 16));
        return hold.compareTo(config.holdAtMost()) < 0 ? hold : config.holdAtMost();
    }

    private void showBacklog() {
        if (System.nanoTime() - backlogDue >= 0) {
            metrics.backlog(rows.backlog());
            backlogDue = System.nanoTime() + BACKLOG_EVERY_NANOS;
        }
    }
}
