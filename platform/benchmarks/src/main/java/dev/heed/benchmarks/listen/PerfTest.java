package dev.heed.benchmarks.listen;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.heed.benchmarks.parts.Rig;
import dev.heed.local.HeedFailure;
import dev.heed.local.broker.Broker;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * RabbitMQ's own load tool as a process: one publisher with 500 messages unconfirmed at most, one consumer, persistent and
 * mandatory messages over the same exchange into a quorum queue of the same make as routing's.
 */
final class PerfTest {
    private static final String QUEUE = "bench.perf";
    private static final int WINDOW = 500;
    private static final Pattern SENT = Pattern.compile("sending rate avg: ([0-9]+) msg/s");
    /** As contracts' topology declares {@code routing.mentions}. */
    private static final Map<String, Object> LIKE_ROUTINGS = Map.of(
            "x-queue-type", "quorum",
            "x-delivery-limit", 5,
            "x-dead-letter-exchange", "heed.dead",
            "x-dead-letter-routing-key", QUEUE,
            "x-dead-letter-strategy", "at-least-once",
            "x-overflow", "reject-publish");

    private final Rig rig;

    PerfTest(Rig rig) {
        this.rig = rig;
    }

    /** Messages published and confirmed per second. */
    double rate(int messageBytes, int seconds) {
        declare();
        try {
            Path log = rig.home().log("perf-test");
            Process process = new ProcessBuilder(command(messageBytes, seconds))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Thread ending = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(ending);
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(ending);
            Matcher sent = SENT.matcher(Files.readString(log));
            if (code != 0 || !sent.find()) {
                throw new HeedFailure("RabbitMQ PerfTest gave no rate; see " + log);
            }
            return Double.parseDouble(sent.group(1));
        } catch (IOException e) {
            throw new HeedFailure("Cannot run RabbitMQ PerfTest: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while RabbitMQ PerfTest ran.", e);
        }
    }

    private List<String> command(int messageBytes, int seconds) {
        Broker broker = rig.broker();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.rabbitmq.perf.PerfTest",
                "--uri",
                "amqp://" + broker.user() + ":" + broker.password() + "@" + broker.host() + ":" + broker.port() + "/"
                        + URLEncoder.encode(broker.vhost(), StandardCharsets.UTF_8),
                "--predeclared",
                "--exchange",
                "heed",
                "--type",
                "topic",
                "--queue",
                QUEUE,
                "--routing-key",
                QUEUE,
                "--producers",
                "1",
                "--consumers",
                "1",
                "--confirm",
                Integer.toString(WINDOW),
                "--qos",
                Integer.toString(WINDOW),
                "--multi-ack-every",
                "100",
                "--flag",
                "persistent",
                "--flag",
                "mandatory",
                "--size",
                Integer.toString(messageBytes),
                "--time",
                Integer.toString(seconds));
    }

    private void declare() {
        Broker broker = rig.broker();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.vhost());
        try (Connection connection = factory.newConnection("heed-benchmark");
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(QUEUE, true, false, false, LIKE_ROUTINGS);
            channel.queueBind(QUEUE, "heed", QUEUE);
            channel.queuePurge(QUEUE);
        } catch (IOException | TimeoutException e) {
            throw new HeedFailure("The broker does not let the benchmark declare a queue: " + e, e);
        }
    }
}
