package dev.heed.xsim.limit;

import java.time.Duration;
import java.time.Instant;

/** One fixed window: it starts with the first call and forgets all calls when it ends. Not thread-safe. */
final class Meter {

    /** What a meter shows after a call. */
    record Reading(int limit, int remaining, Instant reset) {}

    private final Duration length;
    private Instant end = Instant.MIN;
    private int used;

    Meter(Duration length) {
        this.length = length;
    }

    boolean isSpent(int limit, Instant now) {
        turn(now);
        return used >= limit;
    }

    void count(Instant now) {
        turn(now);
        used++;
    }

    Reading read(int limit, Instant now) {
        turn(now);
        return new Reading(limit, Math.max(0, limit - used), end);
    }

    private void turn(Instant now) {
        if (!now.isBefore(end)) {
            end = now.plus(length);
            used = 0;
        }
    }
}
