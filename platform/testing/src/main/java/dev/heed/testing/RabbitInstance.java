package dev.heed.testing;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A RabbitMQ broker of one's own, to be killed and started again by failure tests.
 *
 * <p>It is Debian's {@code rabbitmq-server} with the management plugin, on loopback and random ports, with its own epmd;
 * ports and data stay the same over a restart. A broker whose JVM dies, even by SIGKILL, ends with it: its shell waits on
 * a pipe that only the JVM holds open.
 */
public final class RabbitInstance implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String USER = "heed";

    private final Path home;
    private final int amqp = FreePorts.next();
    private final int management = FreePorts.next();
    private final int distribution = FreePorts.next();
    private final int epmdPort = FreePorts.next();
    private @Nullable Process epmd;
    private @Nullable Process broker;

    private RabbitInstance(Path home) {
        this.home = home;
    }

    /** Starts a broker in a fresh folder and returns when its management API answers. */
    public static RabbitInstance create() {
        if (!Files.isExecutable(SERVER)) {
            throw new IllegalStateException(
                    "RabbitMQ is not installed: apt-get install --no-install-recommends rabbitmq-server");
        }
        try {
            RabbitInstance instance = new RabbitInstance(Files.createTempDirectory("heed-rabbit"));
            instance.writeConfiguration();
            Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
            instance.start();
            return instance;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot prepare RabbitMQ", e);
        }
    }

    public RabbitServer server() {
        return new RabbitServer("127.0.0.1", amqp, management, USER, USER);
    }

    /** Starts the broker, again after {@link #killHard()} or {@link #stop()}, and waits until it answers. */
    public synchronized void start() {
        try {
            if (epmd == null || !epmd.isAlive()) {
                epmd = process("exec epmd -port " + epmdPort + " -address 127.0.0.1", "epmd.out");
            }
            broker = process(SERVER + " </dev/null & wait_for=$!; cat >/dev/null; kill -9 $wait_for", "broker.out");
            awaitReady(broker);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot start RabbitMQ", e);
        }
    }

    /** SIGKILL to the broker and all it started: nothing is flushed, no connection is closed. */
    public synchronized void killHard() {
        end(broker);
        broker = null;
    }

    /** SIGTERM to the node, so that it closes connections and flushes. */
    public synchronized void stop() {
        Process running = broker;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.descendants()
                    .forEach(handle -> handle.onExit()
                            .completeOnTimeout(handle, 30, TimeUnit.SECONDS)
                            .join());
        }
        killHard();
    }

    @Override
    public synchronized void close() {
        killHard();
        end(epmd);
        epmd = null;
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            // Left to the operating system: it is in the temporary folder.
        }
    }

    private void writeConfiguration() throws IOException {
        Files.writeString(home.resolve("rabbit.conf"), """
                listeners.tcp.1 = 127.0.0.1:%d
                management.tcp.ip = 127.0.0.1
                management.tcp.port = %d
                default_user = %s
                default_pass = %s
                loopback_users = none
                disk_free_limit.absolute = 50MB
                """.formatted(amqp, management, USER, USER));
        Files.writeString(home.resolve("plugins"), "[rabbitmq_management].\n");
    }

    private Process process(String command, String output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", "-c", command));
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("HOME", home.toString()),
                        Map.entry("RABBITMQ_NODENAME", "heed" + amqp + "@localhost"),
                        Map.entry(
                                "RABBITMQ_CONFIG_FILE",
                                home.resolve("rabbit.conf").toString()),
                        Map.entry("RABBITMQ_MNESIA_BASE", home.resolve("mnesia").toString()),
                        Map.entry("RABBITMQ_LOG_BASE", home.resolve("log").toString()),
                        Map.entry(
                                "RABBITMQ_ENABLED_PLUGINS_FILE",
                                home.resolve("plugins").toString()),
                        Map.entry("RABBITMQ_DIST_PORT", Integer.toString(distribution)),
                        Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
                        Map.entry("ERL_EPMD_PORT", Integer.toString(epmdPort)),
                        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1")));
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(output).toFile())
                .start();
    }

    private void awaitReady(Process starting) throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers()) {
            if (!starting.isAlive() || Instant.now().isAfter(limit)) {
                throw new IllegalStateException(
                        "RabbitMQ did not start:\n" + Files.readString(home.resolve("broker.out")));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean answers() {
        try (Connection connection = server().connect("/")) {
            return connection.isOpen()
                    && server().management("GET", "/api/overview", "").statusCode() == 200;
        } catch (IOException | IllegalStateException notYet) {
            return false;
        }
    }

    private static void end(@Nullable Process process) {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle ->
                handle.onExit().completeOnTimeout(handle, 30, TimeUnit.SECONDS).join());
    }
}
