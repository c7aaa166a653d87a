package dev.heed.ingestion;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulator of X as it is packaged, a process of its own, in the dialect that the test's profile says. */
public class SimulatorOfX implements QuarkusTestResourceLifecycleManager {

    private static final Path PROGRAM = Path.of("../platform/x-simulator/target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private String dialect = "posts";
    private @Nullable Process process;

    @Override
    public void init(Map<String, String> arguments) {
        dialect = arguments.getOrDefault("dialect", dialect);
    }

    /** After the fake X, whose address it takes over. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        if (!Files.exists(PROGRAM)) {
            throw new IllegalStateException("the simulator of X is not built: ./mvnw -pl platform/x-simulator package");
        }
        int port = FakeXAddress.freePort();
        begin(port);
        String url = "http://127.0.0.1:" + port;
        return Map.of("heed.x.api-url", url, "heed.x.bearer-token", "sim-bearer", "heed.x.dialect", dialect);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    private void begin(int port) {
        Path log = Path.of("target", "simulator-" + dialect + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-jar",
                            PROGRAM.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().put("HEED_SIM_PORT", Integer.toString(port));
            builder.environment().put("HEED_SIM_DIALECT", dialect);
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        } catch (IOException e) {
            throw new IllegalStateException("the simulator of X did not start", e);
        }
        await("the simulator of X; see " + log.toAbsolutePath())
                .atMost(PATIENCE)
                .until(() -> listens(port));
    }

    private static boolean listens(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
