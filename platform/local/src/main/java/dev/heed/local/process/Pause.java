package dev.heed.local.process;

import dev.heed.local.HeedFailure;

/** The breath between two looks at something that is not there yet. */
public final class Pause {
    private static final long MILLIS = 100;

    private Pause() {}

    /** Waits a tenth of a second. */
    public static void brief() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted.", e);
        }
    }
}
