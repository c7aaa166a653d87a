package dev.heed.reply;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.heed.messaging.UuidV7;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The test's own hands on the broker and the database, beside the service's. */
public final class Parts implements AutoCloseable {
    public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private final Connection broker;
    private final Channel channel;

    public Parts() throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(text("HEED_AMQP_HOST"));
        factory.setPort(Integer.parseInt(text("HEED_AMQP_PORT")));
        factory.setUsername(text("HEED_AMQP_USER"));
        factory.setPassword(text("HEED_AMQP_PASSWORD"));
        factory.setVirtualHost(text("HEED_AMQP_VHOST"));
        broker = factory.newConnection();
        channel = broker.createChannel();
        channel.confirmSelect();
    }

    /** A ticket as the routing service tells of it: two posts of the customer, the second the latest. */
    public void ticket(
            String id, long version, String account, @Nullable String owner, String firstPost, String lastPost) {
        JsonObject ticket = new JsonObject()
                .put("id", id)
                .put("version", version)
                .put("account", new JsonObject().put("id", accountId(account)).put("handle", account))
                .put(
                        "customer",
                        new JsonObject()
                                .put("id", "77")
                                .put("handle", "customer")
                                .put("name", "A Customer"))
                .put("conversationId", firstPost)
                .put("status", owner == null ? "waiting" : "claimed")
                .put(
                        "decision",
                        new JsonObject()
                                .put("kind", "respond")
                                .put("rule", "unhappy-customer")
                                .put("why", "a bad experience")
                                .put("policyVersion", "1")
                                .put("priority", 5))
                .put("latestPostId", lastPost)
                .put("postIds", new JsonArray().add(firstPost).add(lastPost))
                .put("openedAt", "2026-11-21T10:15:00Z");
        if (owner != null) {
            ticket.put("owner", owner);
        }
        JsonObject data = new JsonObject()
                .put("ticket", ticket)
                .put("what", new JsonObject())
                .put("at", "2026-11-21T10:15:00Z");
        publish("ticket.claimed.v1", id, accountId(account), data);
    }

    /** A ticket as the routing service tells of it: with direct messages, and with posts that were withdrawn. */
    public void ticket(
            String id,
            long version,
            String account,
            String owner,
            List<String> posts,
            List<String> withdrawn,
            String message) {
        List<String> standing =
                posts.stream().filter(post -> !withdrawn.contains(post)).toList();
        JsonObject ticket = new JsonObject()
                .put("id", id)
                .put("version", version)
                .put("account", new JsonObject().put("id", accountId(account)).put("handle", account))
                .put(
                        "customer",
                        new JsonObject()
                                .put("id", "77")
                                .put("handle", "customer")
                                .put("name", "A Customer"))
                .put("conversationId", "1")
                .put("status", "claimed")
                .put("owner", owner)
                .put("postIds", new JsonArray(posts))
                .put("messageIds", new JsonArray().add(message))
                .put("openedAt", "2026-11-21T10:15:00Z");
        if (!withdrawn.isEmpty()) {
            ticket.put("withdrawnPostIds", new JsonArray(withdrawn));
        }
        if (!standing.isEmpty()) {
            ticket.put("latestPostId", standing.getLast());
        }
        JsonObject data = new JsonObject()
                .put("ticket", ticket)
                .put("what", new JsonObject())
                .put("at", "2026-11-21T10:15:00Z");
        publish("ticket.messaged.v1", id, accountId(account), data);
    }

    public void seal(String replyId, String kind) {
        JsonObject data = new JsonObject()
                .put("index", 1)
                .put("kind", kind)
                .put("leafHash", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")
                .put("replyId", replyId)
                .put("sealedAt", Instant.now().toString());
        publish("entry.sealed.v1", replyId, "1001", data);
    }

    public void publish(String type, String subject, String account, JsonObject data) {
        JsonObject event = new JsonObject()
                .put("specversion", "1.0")
                .put("id", UuidV7.next().toString())
                .put("source", "/heed/test")
                .put("type", type)
                .put("subject", subject)
                .put("time", Instant.now().toString())
                .put("datacontenttype", "application/json")
                .put("dataschema", "https://heed.dev/schemas/" + type + ".json")
                .put("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01")
                .put("account", account)
                .put("data", data);
        try {
            channel.basicPublish("heed", type, true, null, event.encode().getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException("could not publish", e);
        }
    }

    /** A queue of the test's own that gets every event of these types from now on. */
    public String listenTo(String types) throws IOException {
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, "heed", types);
        return queue;
    }

    /** Takes what lies in the queue now. */
    public List<JsonObject> take(String queue) {
        List<JsonObject> taken = new ArrayList<>();
        try {
            for (GetResponse next = channel.basicGet(queue, true); next != null; next = channel.basicGet(queue, true)) {
                taken.add(new JsonObject(new String(next.getBody(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new IllegalStateException("could not read " + queue, e);
        }
        return taken;
    }

    /** Runs a statement as the service's own role, and says how many rows it changed. */
    public int run(String sql) {
        try (java.sql.Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as text. */
    public String read(String query) {
        try (java.sql.Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String accountId(String username) {
        return "1000" + username.replaceAll("\\D", "");
    }

    private static java.sql.Connection connect() throws SQLException {
        return DriverManager.getConnection(
                text("quarkus.datasource.jdbc.url"), text("HEED_PG_USER"), text("HEED_PG_PASSWORD"));
    }

    private static String text(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
