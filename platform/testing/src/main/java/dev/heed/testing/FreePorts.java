package dev.heed.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody listens on at this moment, all below the ephemeral range.
 *
 * <p>Inside that range a client that dials a port which is down can be given the very same port as its own end, and
 * then talks to itself: a restart test would see a broker that is not there.
 */
final class FreePorts {
    private static final int LOWEST = 22_000;
    private static final int HIGHEST = 32_000;

    private FreePorts() {}

    static int next() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                // Somebody listens there: try the next.
            }
        }
        throw new IllegalStateException("No free port between " + LOWEST + " and " + HIGHEST);
    }
}
