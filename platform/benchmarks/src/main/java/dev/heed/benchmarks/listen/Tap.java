package dev.heed.benchmarks.listen;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import dev.heed.local.HeedFailure;
import dev.heed.local.broker.Broker;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands in routing's place: consumes the very queue that routing reads, so that each event takes the way that it takes in
 * the suite, through one quorum queue, and notes when it came.
 */
final class Tap implements AutoCloseable {
    static final String QUEUE = "routing.mentions";
    private static final int ACK_EVERY = 100;

    private final Connection connection;
    private final Map<String, Arrival> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    private Tap(Connection connection) {
        this.connection = connection;
    }

    /** Empties the queue, which must be there, and listens from now on. */
    static Tap open(Broker broker) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.vhost());
        try {
            Connection connection = factory.newConnection("heed-benchmark");
            Tap tap = new Tap(connection);
            Channel channel = connection.createChannel();
            channel.queuePurge(QUEUE);
            channel.basicQos(ACK_EVERY * 5);
            String tag = channel.basicConsume(QUEUE, false, tap.consumer(channel));
            if (tag.isEmpty()) {
                throw new HeedFailure("The broker did not let the benchmark listen.");
            }
            return tap;
        } catch (IOException | TimeoutException e) {
            throw new HeedFailure("The broker does not let the benchmark listen: " + e, e);
        }
    }

    /** How many different posts have arrived. */
    int distinct() {
        return arrivals.size();
    }

    /** How many events came that told of a post once more. */
    int doubles() {
        return events.get() - arrivals.size();
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals.values());
    }

    /** Mean size of an event's body, 0 before the first. */
    int meanBytes() {
        return events.get() == 0 ? 0 : (int) (bytes.get() / events.get());
    }

    /** Starts counting anew. */
    void forget() {
        arrivals.clear();
        events.set(0);
        bytes.set(0);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new HeedFailure("The connection to the broker did not end: " + e, e);
        }
    }

    private DefaultConsumer consumer(Channel channel) {
        return new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope delivery, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                Instant at = Instant.now();
                Told.mention(body).ifPresent(postId -> note(postId, body.length, at));
                if (delivery.getDeliveryTag() % ACK_EVERY == 0) {
                    getChannel().basicAck(delivery.getDeliveryTag(), true);
                }
            }
        };
    }

    private void note(String postId, int length, Instant at) {
        arrivals.putIfAbsent(postId, new Arrival(postId, at));
        events.incrementAndGet();
        bytes.addAndGet(length);
    }
}
