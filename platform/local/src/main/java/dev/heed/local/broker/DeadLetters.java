package dev.heed.local.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.heed.local.HeedFailure;
import dev.heed.local.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/**
 * The queues into which services put what they could not work, seen by a person.
 *
 * <p>Looking takes nothing away: messages go back unacknowledged. Replaying publishes a message to its first queue, waits
 * for the broker's confirmation and only then takes it from the dead-letter queue; a crash in between doubles it, which
 * the services' inbox bears.
 */
public final class DeadLetters {
    private static final String ENDING = ".dead";
    private static final long CONFIRM_MILLIS = 10_000;

    private final Home home;
    private final Broker broker;

    /** On a broker; which queues there are is read from the checkout's topology. */
    public DeadLetters(Home home, Broker broker) {
        this.home = home;
        this.broker = broker;
    }

    /** A queue of dead letters. */
    public record DeadQueue(String queue, long messages) {}

    /** One message in it: why it is there, by the service's own words or the broker's, and the beginning of what it says. */
    public record DeadLetter(String id, String type, String reason, String body) {}

    /** All dead-letter queues, those that are not there yet left out. */
    public List<DeadQueue> queues() {
        return with(connection -> {
            List<DeadQueue> found = new ArrayList<>();
            for (String queue : names()) {
                count(connection, queue).ifPresent(found::add);
            }
            return found;
        });
    }

    /** What lies in the dead-letter queue of a queue, oldest first. */
    public List<DeadLetter> look(String queue, int limit) {
        return with(connection -> {
            Channel channel = connection.createChannel();
            List<DeadLetter> letters = new ArrayList<>();
            while (letters.size() < limit) {
                GetResponse got = channel.basicGet(dead(queue), false);
                if (got == null) {
                    break;
                }
                letters.add(letter(got));
            }
            channel.abort();
            return letters;
        });
    }

    /** Moves every message that is in the dead-letter queue now back to its queue; returns how many. */
    public int replay(String queue) {
        return with(connection -> {
            Channel channel = connection.createChannel();
            // Publishing to a queue that is gone would be confirmed, and the message lost.
            channel.queueDeclarePassive(bare(queue));
            channel.confirmSelect();
            long waiting = channel.queueDeclarePassive(dead(queue)).getMessageCount();
            int moved = 0;
            for (; moved < waiting; moved++) {
                GetResponse got = channel.basicGet(dead(queue), false);
                if (got == null) {
                    break;
                }
                channel.basicPublish("", bare(queue), clean(got.getProps()), got.getBody());
                channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
                channel.basicAck(got.getEnvelope().getDeliveryTag(), false);
            }
            return moved;
        });
    }

    private static Optional<DeadQueue> count(Connection connection, String queue) throws IOException {
        // A passive declaration of a missing queue closes its channel.
        Channel channel = connection.createChannel();
        try {
            long messages = channel.queueDeclarePassive(queue + ENDING).getMessageCount();
            channel.abort();
            return Optional.of(new DeadQueue(queue, messages));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws IOException, TimeoutException, InterruptedException;
    }

    private <T> T with(Work<T> work) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.vhost());
        factory.setAutomaticRecoveryEnabled(false);
        try (Connection connection = factory.newConnection("heed dead-letters")) {
            return work.on(connection);
        } catch (IOException | TimeoutException e) {
            throw new HeedFailure(
                    "The broker at " + broker.host() + ":" + broker.port() + " did not do it: " + reason(e)
                            + " Is Heed up (./heed status), and is the queue's name right (./heed dead-letters)?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted.", e);
        }
    }

    private static String reason(Exception e) {
        String cause = e.getCause() == null ? null : e.getCause().getMessage();
        return cause == null ? String.valueOf(e.getMessage()) : cause;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        try {
            JsonNode topology = new ObjectMapper()
                    .readTree(home.checkout()
                            .resolve("platform/contracts/src/main/resources/topology.json")
                            .toFile());
            for (JsonNode queue : topology.path("queues")) {
                String name = queue.path("name").asText("");
                if (!name.isEmpty() && !name.endsWith(ENDING)) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            throw new HeedFailure("Cannot read the topology: " + e.getMessage(), e);
        }
    }

    private static DeadLetter letter(GetResponse got) {
        AMQP.BasicProperties properties = got.getProps();
        Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        Object reason = headers.get("x-heed-reason");
        if (reason == null) {
            reason = headers.get("x-first-death-reason");
        }
        String body = new String(got.getBody(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        JsonNode event = event(got.getBody());
        return new DeadLetter(
                properties.getMessageId() == null ? event.path("id").asText("no id") : properties.getMessageId(),
                properties.getType() == null ? event.path("type").asText("no type") : properties.getType(),
                reason == null ? "not said" : reason.toString(),
                body);
    }

    private static JsonNode event(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            // Not being JSON may be just why it is here.
            return MissingNode.getInstance();
        }
    }

    /** Without what told of its death, and with how often it was given back, as the services count it. */
    private static AMQP.BasicProperties clean(AMQP.BasicProperties properties) {
        Map<String, Object> headers = new HashMap<>();
        if (properties.getHeaders() != null) {
            headers.putAll(properties.getHeaders());
        }
        headers.keySet()
                .removeIf(name -> name.equals("x-heed-reason")
                        || name.equals("x-heed-queue")
                        || name.equals("x-delivery-count")
                        || name.contains("death"));
        headers.merge("x-heed-replayed", 1, (before, one) -> ((Number) before).intValue() + 1);
        return properties.builder().headers(headers).deliveryMode(2).build();
    }

    private static String dead(String queue) {
        return bare(queue) + ENDING;
    }

    private static String bare(String queue) {
        return queue.endsWith(ENDING) ? queue.substring(0, queue.length() - ENDING.length()) : queue;
    }
}
