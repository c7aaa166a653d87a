package dev.heed.messaging.inlet;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.broker.BrokerLink;
import dev.heed.messaging.broker.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Consumes one queue on a thread of its own, for as long as the service runs.
 *
 * <p>Whatever ends a channel (the broker's death, a deleted queue, an acknowledgement that came too late), the inlet opens
 * another on the next link. Nothing is acknowledged before its transaction is committed, or its dead letter confirmed.
 */
final class Inlet {

    private static final Logger LOG = Logger.getLogger(Inlet.class);
    private static final long PAUSE_MILLIS = 500;

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
        try {
            while (!stopping) {
                BrokerLink link = broker.awaitLink(PAUSE_MILLIS);
                if (link != null) {
                    consume(link);
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("the inlet of %s was told to stop at once", queue);
        }
    }

    private void consume(BrokerLink link) throws InterruptedException {
        try (Channel channel = link.openConsumingChannel();
                Publisher deadLetters = link.openPublisher()) {
            Arrivals open = new Arrivals(channel);
            arrivals = open;
            channel.basicQos(config.prefetch());
            channel.basicConsume(queue, false, open);
            LOG.infof("consuming %s", queue);
            workAll(open, channel, deadLetters);
        } catch (IOException | AlreadyClosedException | java.util.concurrent.TimeoutException e) {
            LOG.warnf("consuming %s ended: %s", queue, e.getMessage());
        } catch (Batch.Abandoned e) {
            LOG.debugf("a batch of %s was given up, it will be delivered again", queue);
        } finally {
            arrivals = null;
        }
        if (!stopping) {
            // The topology is declared again with the next link, in case it was the queue that went.
            link.giveUp();
            Thread.sleep(Duration.ofMillis(PAUSE_MILLIS));
        }
    }

    private void workAll(Arrivals open, Channel channel, Publisher deadLetters)
            throws IOException, InterruptedException, Batch.Abandoned {
        Batch batch = new Batch(work, config, metrics, () -> stopping || open.ended());
        while (!stopping) {
            List<Arrival> next = open.next(config.batch(), config.linger());
            if (next.isEmpty()) {
                return;
            }
            long began = System.nanoTime();
            List<Batch.Dead> dead = batch.work(next);
            for (Batch.Dead one : dead) {
                DeadLetters.keep(deadLetters, queue, one.arrival(), one.reason());
            }
            channel.basicAck(next.getLast().tag(), true);
            metrics.worked(next.size(), dead.size(), Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
