package dev.heed.messaging.broker;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The exchanges, queues and bindings of the suite, in the form of RabbitMQ's own definitions files.
 *
 * <p>Read from {@code topology.json} of {@code platform/contracts}, the one place that names them.
 */
@RegisterForReflection
public record Topology(List<Exchange> exchanges, List<Queue> queues, List<Binding> bindings) {

    /** Takes what the outbox publishes. */
    public static final String EVENTS = "heed";

    /** Takes what an inlet cannot use; the routing key is the name of the queue that it came from. */
    public static final String DEAD_LETTERS = "heed.dead";

    @RegisterForReflection
    public record Exchange(
            String name,
            String type,
            boolean durable,
            boolean autoDelete,
            boolean internal,
            Map<String, Object> arguments) {}

    @RegisterForReflection
    public record Queue(String name, boolean durable, boolean autoDelete, Map<String, Object> arguments) {}

    @RegisterForReflection
    public record Binding(
            String source,
            String destination,
            String destinationType,
            String routingKey,
            Map<String, Object> arguments) {}

    /** The queue that keeps the messages of the given one that could not be used. */
    public static String deadLettersOf(String queue) {
        return queue + ".dead";
    }

    /** The topology that ships with the contracts. */
    public static Topology shipped() {
        try (InputStream json = Topology.class.getResourceAsStream("/topology.json")) {
            if (json == null) {
                throw new IllegalStateException("topology.json is not on the class path");
            }
            return JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(json, Topology.class);
        } catch (IOException e) {
            throw new UncheckedIOException("topology.json cannot be read", e);
        }
    }
}
