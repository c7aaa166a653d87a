package dev.heed.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * An ear on the broker: every event of some accounts, from the moment it was opened.
 *
 * <p>Of other accounts' it hears nothing: what a test before this one caused may still be on its way.
 */
public final class HeardEvents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final Connection connection;

    /** Mentions and their edits, deletions and so on. */
    public static HeardEvents ofMentions(String account) throws IOException, TimeoutException {
        return new HeardEvents("mention.#", account::equals);
    }

    /** Whatever tells of the account. */
    public static HeardEvents ofAll(String account) throws IOException, TimeoutException {
        return new HeardEvents("#", account::equals);
    }

    /** @param types as a pattern of the broker's: {@code #} hears everything */
    public HeardEvents(String types, Predicate<String> account) throws IOException, TimeoutException {
        Config config = ConfigProvider.getConfig();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(config.getValue("rabbitmq-host", String.class));
        factory.setPort(config.getValue("rabbitmq-port", Integer.class));
        factory.setUsername(config.getValue("rabbitmq-username", String.class));
        factory.setPassword(config.getValue("rabbitmq-password", String.class));
        factory.setVirtualHost(config.getValue("rabbitmq-virtual-host", String.class));
        connection = factory.newConnection("an ear");
        Channel channel = connection.createChannel();
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, "heed", types);
        channel.basicConsume(queue, true, (tag, message) -> keep(JSON.readTree(message.getBody()), account), tag -> {});
    }

    private void keep(JsonNode event, Predicate<String> account) {
        if (account.test(event.path("account").asText())) {
            heard.add(event);
        }
    }

    /** Waits until this many came; more would be found by asking again. */
    public List<JsonNode> await(int count) throws InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (events.size() < count && Instant.now().isBefore(end)) {
            JsonNode event = heard.poll(200, TimeUnit.MILLISECONDS);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** What has come and was not yet fetched. */
    public List<JsonNode> rest() {
        List<JsonNode> events = new ArrayList<>();
        heard.drainTo(events);
        return events;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
