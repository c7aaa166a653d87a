package dev.heed.ingestion.quota;

import dev.heed.x.RateLimit.Layer;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of one limit of X's: how many calls its present window still allows, those under way included.
 *
 * <p>Never allows more than X does. X counts a call when it serves it, which we learn when its answer comes: so every call
 * under way counts as not yet counted by X, and every call that ended without telling the limit counts as used until a call
 * that began after it tells. While nothing is known of the window, one call at a time finds out.
 *
 * <p>Not safe for several threads; {@link Quotas} guards it.
 */
final class Window {

    /** X's seconds are cut, so a window ends up to one later than told. */
    static final Duration CUT = Duration.ofSeconds(1);

    /** Two resets this close are the same one, told by answers of different age. */
    private static final Duration SAME = Duration.ofMillis(2_500);

    private static final Duration LONGEST = Duration.ofHours(25);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** Others use the same token too: of what is left, only this share is under way at a time. */
    private static final int SHARE = 8;

    private final int published;
    /** Whether this limit is there though X never told of it; the days are there only where told. */
    private final boolean always;

    private int limit = -1;
    private int remaining;
    private Instant reset = Instant.EPOCH;
    private Instant closedUntil = Instant.EPOCH;
    private int underWay;
    private int untold;
    private long untoldBefore;
    private int refusals;

    Window(int published, boolean always) {
        this.published = published;
        this.always = always;
    }

    /** Before this time no call may begin; not after {@code now} if one may. */
    Instant closedUntil(Instant now) {
        if (closedUntil.isAfter(now)) {
            return closedUntil;
        }
        return isKnown(now) && remaining - untold <= 0 ? reset : now;
    }

    /** Whether a call must wait for those under way to come back. */
    boolean isBusy(Instant now) {
        if (!isKnown(now)) {
            return (always || limit >= 0) && underWay > 0;
        }
        int left = remaining - untold - underWay;
        return left <= 0 || underWay > (remaining - untold) / SHARE;
    }

    void begin() {
        underWay++;
    }

    /** A call came back, and told; {@code begun} is its number. */
    void told(long begun, Layer layer, Instant now) {
        underWay--;
        refusals = 0;
        Instant end = min(layer.reset().plus(CUT), now.plus(LONGEST));
        if (!end.isAfter(now)) {
            return; // of a window that is over
        }
        boolean same = isKnown(now) && !end.isAfter(reset.plus(SAME));
        // told late, by a call that X served earlier: the least is the newest
        remaining = same ? Math.min(remaining, layer.remaining()) : layer.remaining();
        reset = same ? min(reset, end) : end;
        limit = layer.limit();
        if (begun >= untoldBefore) {
            untold = 0;
        }
    }

    /** A call ended, and X may have counted it; {@code next} is the number that the next call will have. */
    void untold(long next) {
        underWay--;
        refusals = 0;
        if (always || limit >= 0) {
            untold++;
            untoldBefore = next;
        }
    }

    /** X answers, and tells of no limit: then what it publishes is believed. */
    void silent(long next, Instant now) {
        if (!isKnown(now)) {
            limit = always ? published : -1;
            remaining = published;
            reset = always ? now.plus(Endpoint.WINDOW) : Instant.EPOCH;
            untold = 0;
        }
        untold(next);
    }

    /** X said that it is too much, and will be until then. */
    void refused(Instant until, Instant now) {
        underWay--;
        refusals++;
        Instant end = max(until.plus(CUT), now.plus(pause()));
        if (isKnown(now) && remaining - untold - underWay <= Math.max(1, limit / 10)) {
            end = max(end, reset); // X named no time, and the window is as good as spent
        }
        closedUntil = max(closedUntil, min(end, now.plus(LONGEST)));
        reset = Instant.EPOCH;
    }

    Quota show(Instant now) {
        Instant shut = closedUntil(now);
        Instant closed = shut.isAfter(now) ? shut : Instant.EPOCH;
        return isKnown(now)
                ? new Quota(limit, Math.max(0, remaining - untold - underWay), reset, closed)
                : new Quota(limit, -1, Instant.EPOCH, closed);
    }

    private boolean isKnown(Instant now) {
        return now.isBefore(reset);
    }

    /** The first refusal is believed; after the second in a row the pauses double, up to a window's length. */
    private Duration pause() {
        if (refusals < 2) {
            return Duration.ZERO;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(refusals - 1, 10));
        return pause.compareTo(Endpoint.WINDOW) > 0 ? Endpoint.WINDOW : pause;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
