package dev.heed.ingestion.rota;

import dev.heed.ingestion.quota.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many calls a second the sources of each limit want together, and how much slower they must go if that is too many:
 * all by the same factor, so that the lively ones keep the greater share.
 *
 * <p>Not safe for several threads.
 */
final class Demand {

    /** What a burst leaves to the others, in parts of the limit. */
    private static final int SPARED = 5;

    private final Map<Share.Group, Double> perSecond = new HashMap<>();

    void add(Share.Group group, int calls, Duration every) {
        perSecond.merge(group, rate(calls, every), Double::sum);
    }

    void remove(Share.Group group, int calls, Duration every) {
        perSecond.computeIfPresent(group, (same, sum) -> Math.max(0, sum - rate(calls, every)));
    }

    /** The pause that the limit allows; no longer than to the window's end, since then there is a new one. */
    Duration fair(Share share, Talk talk, Duration wanted, Instant now) {
        Quota quota = share.quota();
        if (!quota.isKnown() || !quota.resetsAt().isAfter(now)) {
            return wanted;
        }
        if (talk.isFull() && quota.left() > quota.limit() / SPARED) {
            return wanted; // this is what the rest was saved for
        }
        Duration toReset = Duration.between(now, quota.resetsAt());
        double allowed = quota.left() * 1000.0 / Math.max(1, toReset.toMillis());
        double slower = allowed <= 0 ? Double.MAX_VALUE : perSecond.getOrDefault(share.group(), 0.0) / allowed;
        if (slower <= 1) {
            return wanted;
        }
        double fair = Math.min(wanted.toMillis() * slower, (double) Math.max(wanted.toMillis(), toReset.toMillis()));
        return Duration.ofMillis(Math.round(fair));
    }

    private static double rate(int calls, Duration every) {
        return calls * 1000.0 / Math.max(1, every.toMillis());
    }
}
