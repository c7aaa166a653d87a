package dev.heed.x;

import java.time.Duration;
import java.time.Instant;

/**
 * What X says is left of an endpoint's quota: {@code remaining} of {@code limit} calls until {@code reset}.
 *
 * <p>Where X names several layers (15 minutes, 24 hours of the user, 24 hours of the app), this is the one that binds:
 * the one that allows the fewest calls per second from now on.
 */
public record RateLimit(int limit, int remaining, Instant reset) {

    /** X said nothing. */
    public static final RateLimit UNKNOWN = new RateLimit(-1, -1, Instant.EPOCH);

    /** Whether X said anything. */
    public boolean known() {
        return limit >= 0;
    }

    /** Calls per second that this layer still allows, counted from {@code now}. */
    double sustainable(Instant now) {
        long millis = Math.max(1, Duration.between(now, reset).toMillis());
        return remaining * 1000.0 / millis;
    }
}
