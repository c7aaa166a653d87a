package dev.heed.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.quarkus.arc.Arc;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * An ear on the broker: every event of some accounts, from the moment it was opened.
 *
 * <p>Of other accounts' it hears nothing: what a test before this one caused may still be on its way.
 */
public final class HeardEvents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final Set<String> marks = ConcurrentHashMap.newKeySet();
    private final Predicate<String> account;
    private final Connection connection;
    private final Channel channel;
    private final String queue;

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
        this.account = account;
        Config config = ConfigProvider.getConfig();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(config.getValue("rabbitmq-host", String.class));
        factory.setPort(config.getValue("rabbitmq-port", Integer.class));
        factory.setUsername(config.getValue("rabbitmq-username", String.class));
        factory.setPassword(config.getValue("rabbitmq-password", String.class));
        factory.setVirtualHost(config.getValue("rabbitmq-virtual-host", String.class));
        connection = factory.newConnection("an ear");
        channel = connection.createChannel();
        queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, "heed", types);
        channel.basicConsume(queue, true, (tag, message) -> keep(JSON.readTree(message.getBody())), tag -> {});
    }

    private void keep(JsonNode event) {
        if (event.has("mark")) {
            marks.add(event.path("mark").asText());
        }
        if (account.test(event.path("account").asText())) {
            heard.add(event);
        }
    }

    /** Waits until this many came; more would be found by asking again. */
    public List<JsonNode> await(int count) throws InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        Instant end = Instant.now().plus(PATIENCE);
        while (events.size() < count && Instant.now().isBefore(end)) {
            JsonNode event = heard.poll(200, TimeUnit.MILLISECONDS);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** All that was ever announced and was not yet fetched: waits until everything has left and come here. */
    public List<JsonNode> rest() {
        Awaitility.await("nothing of ours is in the outbox").atMost(PATIENCE).until(() -> !isAnythingToCome());
        String mark = UUID.randomUUID().toString();
        try {
            channel.basicPublish("", queue, null, ("{\"mark\":\"" + mark + "\"}").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("the queue is empty").atMost(PATIENCE).until(() -> marks.contains(mark));
        List<JsonNode> events = new ArrayList<>();
        heard.drainTo(events);
        return events;
    }

    private boolean isAnythingToCome() {
        Pool pool = Arc.container().instance(Pool.class).get();
        for (Row row : pool.query("select envelope from outbox").executeAndAwait()) {
            if (account.test(new JsonObject(row.getString("envelope")).getString("account", ""))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
