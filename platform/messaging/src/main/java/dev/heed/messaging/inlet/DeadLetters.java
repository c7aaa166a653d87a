package dev.heed.messaging.inlet;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.heed.messaging.UuidV7;
import dev.heed.messaging.broker.Broker;
import dev.heed.messaging.broker.BrokerLink;
import dev.heed.messaging.broker.Publisher;
import dev.heed.messaging.broker.Topology;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What could not be used: kept with its reason, and given back when a person says so.
 *
 * <p>Headers of a dead letter: {@code x-heed-reason} (words), {@code x-heed-queue} (where it was). One that the broker itself
 * gave up after its delivery limit has RabbitMQ's {@code x-death} instead. One that was given back carries {@code
 * x-heed-replayed}, how often.
 */
@ApplicationScoped
public class DeadLetters {

    static final String REASON = "x-heed-reason";
    static final String QUEUE = "x-heed-queue";
    static final String REPLAYED = "x-heed-replayed";
    private static final int LONGEST_REASON = 500;

    private final Broker broker;

    DeadLetters(Broker broker) {
        this.broker = broker;
    }

    /**
     * Moves up to {@code max} messages from the queue's dead letters back to the queue, oldest first, each confirmed there before it
     * is taken away here; gives how many. Fails if the broker is away.
     */
    public Uni<Integer> replay(String queue, int max) {
        return Uni.createFrom().item(() -> move(queue, max)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Keeps the message among the queue's dead letters; returns when the broker has confirmed it. */
    static void keep(Publisher publisher, String queue, Arrival arrival, String reason)
            throws IOException, InterruptedException {
        Map<String, Object> headers = headersOf(arrival.properties());
        headers.put(REASON, reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
        headers.put(QUEUE, queue);
        send(publisher, Topology.DEAD_LETTERS, queue, arrival.properties(), headers, arrival.body());
    }

    private int move(String queue, int max) {
        BrokerLink link = broker.link();
        if (link == null) {
            throw new IllegalStateException("the broker is away");
        }
        try (Publisher publisher = link.openPublisher();
                Channel channel = link.openChannel()) {
            int moved = 0;
            while (moved < max && moveOne(channel, publisher, queue)) {
                moved++;
            }
            return moved;
        } catch (IOException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(
                    "dead letters of " + queue + " were not all replayed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replaying dead letters of " + queue, e);
        }
    }

    private static boolean moveOne(Channel channel, Publisher publisher, String queue)
            throws IOException, InterruptedException {
        @Nullable GetResponse letter = channel.basicGet(Topology.deadLettersOf(queue), false);
        if (letter == null) {
            return false;
        }
        Map<String, Object> headers = headersOf(letter.getProps());
        headers.keySet().removeIf(name -> name.equals(REASON) || name.equals(QUEUE) || name.contains("death"));
        headers.merge(REPLAYED, 1, (before, one) -> ((Number) before).intValue() + 1);
        send(publisher, "", queue, letter.getProps(), headers, letter.getBody());
        channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
        return true;
    }

    private static void send(
            Publisher publisher,
            String exchange,
            String routingKey,
            AMQP.BasicProperties properties,
            Map<String, Object> headers,
            byte[] body)
            throws IOException, InterruptedException {
        AMQP.BasicProperties.Builder builder =
                properties.builder().headers(headers).deliveryMode(2);
        if (properties.getMessageId() == null) {
            builder.messageId(UuidV7.next().toString());
        }
        try {
            publisher.publish(exchange, routingKey, builder.build(), body).get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    private static Map<String, Object> headersOf(AMQP.BasicProperties properties) {
        return properties.getHeaders() == null ? new HashMap<>() : new HashMap<>(properties.getHeaders());
    }
}
