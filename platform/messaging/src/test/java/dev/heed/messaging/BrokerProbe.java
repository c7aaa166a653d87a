package dev.heed.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.heed.messaging.broker.BrokerConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second client of the broker, that looks and meddles. */
public final class BrokerProbe implements AutoCloseable {

    private final Connection connection;
    private final Channel channel;

    public BrokerProbe(BrokerConfig config) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(config.host());
        factory.setPort(config.port());
        factory.setUsername(config.user());
        factory.setPassword(config.password());
        factory.setVirtualHost(config.vhost());
        factory.setAutomaticRecoveryEnabled(false);
        connection = factory.newConnection("probe");
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    public Channel channel() {
        return channel;
    }

    /** A queue of the test's own, bound to the events' exchange. */
    public void listen(String queue, String key, Map<String, Object> arguments) throws IOException {
        channel.queueDeclare(queue, true, false, false, arguments);
        channel.queueBind(queue, "heed", key);
    }

    public void send(String exchange, String key, String body) throws Exception {
        AMQP.BasicProperties properties = MessageProperties.MINIMAL_PERSISTENT_BASIC
                .builder()
                .messageId(UUID.randomUUID().toString())
                .build();
        channel.basicPublish(exchange, key, properties, body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(10_000);
    }

    public @Nullable GetResponse take(String queue) throws IOException {
        return channel.basicGet(queue, true);
    }

    /** Takes messages until there are so many; the bodies. */
    public List<String> take(String queue, int count) throws Exception {
        List<String> bodies = new ArrayList<>();
        Eventually.assertThat(() -> {
            GetResponse next = take(queue);
            while (next != null) {
                bodies.add(new String(next.getBody(), StandardCharsets.UTF_8));
                next = take(queue);
            }
            if (bodies.size() < count) {
                throw new AssertionError(queue + " gave " + bodies.size() + " of " + count);
            }
        });
        return bodies;
    }

    public long waitingIn(String queue) throws IOException {
        return channel.messageCount(queue);
    }

    public static String envelope(UUID id, String type, String subject, Object data) {
        return EnvelopeCodec.encode(
                new Event(type, subject, "42", data, null),
                id,
                "/heed/test",
                Instant.parse("2026-11-01T10:00:00Z"),
                Trace.continueFrom(null));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
