package dev.heed.audit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The test's own hands on the broker and the database, beside the service's. */
public final class Parts implements AutoCloseable {

    /** A message as it lies in a queue. */
    public record Message(String body, AMQP.BasicProperties properties) {
        public String header(String name) {
            return String.valueOf(properties.getHeaders().get(name));
        }
    }

    private final Config config = ConfigProvider.getConfig();
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
        awaitReady();
    }

    /** Before the service has bound its queues, what is published goes to nobody. */
    private static void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    public void publish(String type, String body) {
        try {
            channel.basicPublish("heed", type, true, null, body.getBytes(StandardCharsets.UTF_8));
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
    public List<Message> take(String queue) {
        List<Message> taken = new ArrayList<>();
        try {
            for (GetResponse next = channel.basicGet(queue, true); next != null; next = channel.basicGet(queue, true)) {
                taken.add(new Message(new String(next.getBody(), StandardCharsets.UTF_8), next.getProps()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("could not read " + queue, e);
        }
        return taken;
    }

    /** Runs statements in one session as the service's own role. */
    public void asService(String... statements) throws SQLException {
        run(text("HEED_PG_USER"), text("HEED_PG_PASSWORD"), statements);
    }

    /** Runs statements in one session as the database's superuser. */
    public void asSuperuser(String... statements) throws SQLException {
        run(text("heed.test.pg.superuser"), text("heed.test.pg.superuser-password"), statements);
    }

    /** The first column of the first row, as text. */
    public String read(String query) throws SQLException {
        try (java.sql.Connection connection = connect(text("HEED_PG_USER"), text("HEED_PG_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void run(String user, String password, String... statements) throws SQLException {
        try (java.sql.Connection connection = connect(user, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private java.sql.Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(text("quarkus.datasource.jdbc.url"), user, password);
    }

    private String text(String key) {
        return config.getValue(key, String.class);
    }

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
