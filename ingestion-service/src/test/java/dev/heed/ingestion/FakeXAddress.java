package dev.heed.ingestion;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Finds the fake X a port, below those that clients are given, and tells the service. */
public class FakeXAddress implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        int port = freePort();
        return Map.of(
                "test.fake-x.port",
                Integer.toString(port),
                "heed.x.api-url",
                "http://127.0.0.1:" + port,
                "heed.x.bearer-token",
                "app-only",
                "heed.x.timeout",
                "2s");
    }

    @Override
    public void stop() {
        // a port needs no stopping
    }

    static int freePort() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // somebody listens there: try the next
            }
        }
        throw new IllegalStateException("no free port between 20000 and 32000");
    }
}
