package dev.heed.routing.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a ticket.
 *
 * @param startedAt when the customer posted
 * @param stoppedAt when it was met, by the time of the act that met it; absent while it runs
 */
public record RunningTime(
        ClockKind kind,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant stoppedAt) {

    public boolean isRunning() {
        return stoppedAt == null;
    }

    /** Whether the promise was broken: met too late, or not met and already due. */
    public boolean isBreached(Instant now) {
        return (stoppedAt == null ? now : stoppedAt).isAfter(dueAt);
    }

    /** How long it took, once it is stopped. */
    Optional<Duration> taken() {
        return Optional.ofNullable(stoppedAt).map(stopped -> Duration.between(startedAt, stopped));
    }

    /** Never before it started: the clocks of two houses differ a little. */
    RunningTime stop(Instant at) {
        return new RunningTime(kind, startedAt, dueAt, at.isBefore(startedAt) ? startedAt : at);
    }
}
