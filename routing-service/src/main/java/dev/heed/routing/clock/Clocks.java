package dev.heed.routing.clock;

import dev.heed.routing.policy.Turnaround;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All clocks of one ticket, in the order of their start.
 *
 * <p>At most one clock that waits for an answer runs at a time.
 */
public record Clocks(List<RunningTime> all) {

    /** No clock: nothing is promised. */
    public static final Clocks NONE = new Clocks(List.of());

    public Clocks {
        all = List.copyOf(all);
    }

    /** The customer wrote, and nobody had the ticket: it is to be acknowledged and answered. */
    public Clocks heard(Instant postedAt, Turnaround turnaround) {
        Clocks acknowledging = running(ClockKind.ACKNOWLEDGE).isPresent()
                ? this
                : start(ClockKind.ACKNOWLEDGE, postedAt, turnaround.acknowledge());
        return acknowledging.heardAgain(postedAt, turnaround);
    }

    /** The customer wrote to somebody who has the ticket: it is to be answered. */
    public Clocks heardAgain(Instant postedAt, Turnaround turnaround) {
        if (response().isPresent()) {
            return this;
        }
        boolean answeredBefore = all.stream().anyMatch(clock -> clock.kind() != ClockKind.ACKNOWLEDGE);
        return answeredBefore
                ? start(ClockKind.NEXT_RESPONSE, postedAt, turnaround.nextResponse())
                : start(ClockKind.FIRST_RESPONSE, postedAt, turnaround.firstResponse());
    }

    /** Somebody took the ticket. */
    public Clocks acknowledged(Instant at) {
        return stop(at, clock -> clock.kind() == ClockKind.ACKNOWLEDGE);
    }

    /** The customer was answered. What they wrote after that answer still waits. */
    public Clocks answered(Instant at) {
        return stop(at, clock -> !clock.startedAt().isAfter(at));
    }

    /** The ticket ended: nothing is owed any more. */
    public Clocks ended(Instant at) {
        return stop(at, clock -> true);
    }

    /** The clock that waits for an answer now, if any does. */
    public Optional<RunningTime> response() {
        return all.stream()
                .filter(clock -> clock.isRunning() && clock.kind() != ClockKind.ACKNOWLEDGE)
                .findFirst();
    }

    /** The clock of a kind that runs now. */
    public Optional<RunningTime> running(ClockKind kind) {
        return all.stream()
                .filter(clock -> clock.isRunning() && clock.kind() == kind)
                .findFirst();
    }

    /** How long a clock that ran before has taken, if it has stopped since. */
    public Optional<Duration> stopped(RunningTime before) {
        return all.stream()
                .filter(clock ->
                        clock.kind() == before.kind() && clock.startedAt().equals(before.startedAt()))
                .reduce((earlier, later) -> later)
                .flatMap(RunningTime::taken);
    }

    private Clocks start(ClockKind kind, Instant at, Duration allowed) {
        var clocks = new ArrayList<>(all);
        clocks.add(new RunningTime(kind, at, at.plus(allowed), null));
        return new Clocks(clocks);
    }

    private Clocks stop(Instant at, Predicate<RunningTime> which) {
        return new Clocks(all.stream()
                .map(clock -> clock.isRunning() && which.test(clock) ? clock.stop(at) : clock)
                .toList());
    }
}
