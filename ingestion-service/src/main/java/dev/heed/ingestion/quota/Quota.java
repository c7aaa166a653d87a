package dev.heed.ingestion.quota;

import dev.heed.x.RateLimit;
import dev.heed.x.XAnswer;
import java.time.Duration;
import java.time.Instant;

/**
 * What is known of an endpoint's limit.
 *
 * @param limit as X told last, or {@link RateLimit#UNKNOWN}
 * @param closedUntil before this time asking cannot help
 */
public record Quota(RateLimit limit, Instant closedUntil) {

    static final Quota UNKNOWN = new Quota(RateLimit.UNKNOWN, Instant.EPOCH);

    /** With what this answer tells; an answer that tells nothing changes nothing. */
    Quota after(XAnswer<?> answer) {
        return switch (answer) {
            case XAnswer.Given<?>(var _, RateLimit told)
            when told.known() -> new Quota(told, told.remaining() <= 0 ? told.reset() : Instant.EPOCH);
            case XAnswer.Limited<?>(Instant until, var _) -> new Quota(RateLimit.UNKNOWN, until);
            default -> this;
        };
    }

    public boolean isOpen(Instant now) {
        return !now.isBefore(closedUntil);
    }

    /**
     * When an account may be polled next: what is left of the window is spread evenly over the calls that are left and the
     * accounts that share them, but no sooner than {@code floor} from now.
     */
    public Instant next(Instant now, int accounts, Duration floor) {
        Instant soonest = now.plus(floor);
        if (!isOpen(now)) {
            return closedUntil.isAfter(soonest) ? closedUntil : soonest;
        }
        if (!limit.known() || limit.remaining() <= 0 || !limit.reset().isAfter(now)) {
            return soonest;
        }
        Duration window = Duration.between(now, limit.reset());
        Instant fair = now.plus(window.multipliedBy(Math.max(1, accounts)).dividedBy(limit.remaining()));
        // after the reset there is a whole new window, so nobody waits past it
        Instant within = fair.isAfter(limit.reset()) ? limit.reset() : fair;
        return within.isAfter(soonest) ? within : soonest;
    }
}
