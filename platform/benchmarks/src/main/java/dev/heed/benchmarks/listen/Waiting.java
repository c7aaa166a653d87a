package dev.heed.benchmarks.listen;

import dev.heed.local.process.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what takes its time, and says how far it has come. */
final class Waiting {
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private Waiting() {}

    /** Looks ten times a second; whether it came in time. */
    static boolean until(BooleanSupplier come, Duration patience, Runnable progress) {
        Instant limit = Instant.now().plus(patience);
        Instant tell = Instant.now().plus(TELL_EVERY);
        while (!come.getAsBoolean()) {
            Instant now = Instant.now();
            if (now.isAfter(limit)) {
                return false;
            }
            if (now.isAfter(tell)) {
                progress.run();
                tell = now.plus(TELL_EVERY);
            }
            Pause.brief();
        }
        return true;
    }

    /** Lets a time pass. */
    static void pass(Duration time) {
        Instant limit = Instant.now().plus(time);
        while (Instant.now().isBefore(limit)) {
            Pause.brief();
        }
    }
}
