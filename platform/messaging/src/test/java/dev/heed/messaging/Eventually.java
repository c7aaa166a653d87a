package dev.heed.messaging;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must become true, and fails with the last reason why it is not. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Eventually() {}

    @FunctionalInterface
    public interface Claim {
        void check() throws Exception;
    }

    public static void assertThat(Claim claim) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                claim.check();
                return;
            } catch (AssertionError | Exception e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
