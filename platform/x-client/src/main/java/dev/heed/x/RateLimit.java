package dev.heed.x;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What X says is left of an endpoint's quota: {@code remaining} of {@code limit} calls until {@code reset}.
 *
 * <p>Where X names several layers (15 minutes, 24 hours of the user, 24 hours of the app), this is the one that binds:
 * the one that allows the fewest calls per second from now on. {@link #told} has them all.
 *
 * @param reset by our own clock: an answer that shows X's clock was corrected by it
 * @param layers all of them where X named more than the 15 minutes, else empty
 */
public record RateLimit(int limit, int remaining, Instant reset, List<Layer> layers) {

    /** X said nothing. */
    public static final RateLimit UNKNOWN = new RateLimit(-1, -1, Instant.EPOCH);

    /** What X counts calls over. */
    public enum Span {
        /** 15 minutes of one token. */
        QUARTER_HOUR,
        /** 24 hours of one user, whichever token is used. */
        USER_DAY,
        /** 24 hours of the app, all its tokens together. */
        APP_DAY
    }

    /** One of several limits that a call is under. */
    public record Layer(Span span, int limit, int remaining, Instant reset) {

        /** Calls per second that this layer still allows, counted from {@code now}. */
        double sustainable(Instant now) {
            long millis = Math.max(1, Duration.between(now, reset).toMillis());
            return remaining * 1000.0 / millis;
        }
    }

    public RateLimit {
        layers = List.copyOf(layers);
    }

    /** The 15 minutes alone. */
    public RateLimit(int limit, int remaining, Instant reset) {
        this(limit, remaining, reset, List.of());
    }

    /** Whether X said anything. */
    public boolean known() {
        return limit >= 0;
    }

    /** Every layer that X named. */
    public List<Layer> told() {
        return !layers.isEmpty() || !known() ? layers : List.of(new Layer(Span.QUARTER_HOUR, limit, remaining, reset));
    }
}
