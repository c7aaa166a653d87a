package dev.heed.messaging.inlet;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.broker.BrokerLink;
import dev.heed.messaging.broker.Publisher;
import dev.heed.messaging.broker.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Consumes one queue on a thread of its own, for as long as the service runs.
 *
 * <p>Whatever ends its connection (the broker's death, a deleted queue, an acknowledgement that came too late), the inlet opens
 * another. It shares none with other inlets, so that a queue that is ill takes no other with it. Nothing is acknowledged before its transaction is committed, or its dead letter confirmed.
 */
final class Inlet {

    private static final Logger LOG = Logger.getLogger(Inlet.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LINK_PATIENCE_MILLIS = 30_000;
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final String queue;
    private final Broker broker;
    private final Work work;
    private final InletConfig config;
    private final InletMetrics metrics;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Arrivals arrivals;

    Inlet(String queue, Broker broker, Work work, InletConfig config, InletMetrics metrics) {
        this.queue = queue;
        this.broker = broker;
        this.work = work;
        this.config = config;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform().daemon().name("heed-inlet-" + queue).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Finishes the batch at work, takes no other. */
    void stop() throws InterruptedException {
        stopping = true;
        Arrivals open = arrivals;
        if (open != null) {
            open.end();
        }
        thread.join(Duration.ofSeconds(10));
        thread.interrupt();
    }

    String queue() {
        return queue;
    }

    boolean isConsuming() {
        Arrivals open = arrivals;
        return open != null && !open.ended();
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!stopping) {
                BrokerLink link = broker.awaitLink(FIRST_PAUSE_MILLIS);
                if (link == null) {
                    continue;
                }
                long began = System.nanoTime();
                consume();
                pause = System.nanoTime() - began > STEADY.toNanos() ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, 10_000);
                recover(link, pause);
            }
        } catch (InterruptedException e) {
            LOG.debugf("the inlet of %s was told to stop at once", queue);
        }
    }

    private void consume() throws InterruptedException {
        try (Connection connection = broker.openConsumer(queue);
                Channel channel = connection.createChannel()) {
            Arrivals open = new Arrivals(channel);
            channel.basicQos(config.prefetch());
            channel.basicConsume(queue, false, open);
            arrivals = open;
            LOG.infof("consuming %s", queue);
            workAll(open, channel);
        } catch (IOException | TimeoutException | RuntimeException e) {
            LOG.warnf("consuming %s ended: %s", queue, Why.of(e));
        } catch (Batch.Abandoned e) {
            LOG.debugf("a batch of %s was given up, it will be delivered again", queue);
        } finally {
            arrivals = null;
        }
    }

    /** In case it was the queue that went: what is missing is declared again. */
    private void recover(BrokerLink link, long pause) throws InterruptedException {
        if (stopping) {
            return;
        }
        Thread.sleep(Duration.ofMillis(pause));
        try {
            if (link.isOpen()) {
                link.declareTopology();
            }
        } catch (IOException | ShutdownSignalException e) {
            LOG.warnf("the queue %s cannot be declared again: %s", queue, Why.of(e));
        }
    }

    private void workAll(Arrivals open, Channel channel) throws IOException, InterruptedException, Batch.Abandoned {
        Batch batch = new Batch(work, config, metrics, () -> stopping || open.ended());
        while (!stopping) {
            List<Arrival> next = open.next(config.batch(), config.linger());
            if (next.isEmpty()) {
                return;
            }
            long began = System.nanoTime();
            List<Batch.Dead> dead = batch.work(next);
            keep(dead);
            channel.basicAck(next.getLast().tag(), true);
            metrics.worked(next.size(), dead.size(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void keep(List<Batch.Dead> dead) throws IOException, InterruptedException {
        if (dead.isEmpty()) {
            return;
        }
        BrokerLink link = broker.awaitLink(LINK_PATIENCE_MILLIS);
        if (link == null) {
            throw new IOException("no link to the broker to keep dead letters by");
        }
        try (Publisher publisher = link.openPublisher()) {
            for (Batch.Dead one : dead) {
                DeadLetters.keep(publisher, queue, one.arrival(), one.reason());
            }
        }
    }
}
