package dev.heed.messaging.inlet;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What has arrived on one channel and is not yet worked.
 *
 * <p>Ends with its channel, or when the broker ends the consumer because the queue is gone; what is left in it then will be
 * delivered again on another.
 */
final class Arrivals extends DefaultConsumer {

    private static final Arrival END = new Arrival(-1, new AMQP.BasicProperties(), new byte[0]);

    private final BlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    Arrivals(Channel channel) {
        super(channel);
    }

    @Override
    public void handleDelivery(String consumer, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
        waiting.add(new Arrival(envelope.getDeliveryTag(), properties, body));
    }

    @Override
    public void handleCancel(String consumer) {
        end();
    }

    @Override
    public void handleShutdownSignal(String consumer, ShutdownSignalException signal) {
        end();
    }

    void end() {
        ended = true;
        waiting.add(END);
    }

    boolean ended() {
        return ended;
    }

    /** Waits for a first message, then takes what comes within the time, up to the size; empty when this has ended. */
    List<Arrival> next(int size, Duration linger) throws InterruptedException {
        List<Arrival> batch = new ArrayList<>();
        Arrival next = waiting.take();
        long deadline = System.nanoTime() + linger.toNanos();
        while (next != null && !ended) {
            batch.add(next);
            if (batch.size() == size) {
                return batch;
            }
            next = waiting.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        return ended ? List.of() : batch;
    }
}
