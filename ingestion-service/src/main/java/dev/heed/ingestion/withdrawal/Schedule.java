package dev.heed.ingestion.withdrawal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a post is looked up: 5 minutes and 35 minutes after it was heard (X lets a post be edited for half an hour or an hour,
 * and most regrets come early), after 24 hours (by when what is withdrawn must be gone), and after 30 days if its ticket
 * still matters then.
 */
final class Schedule {

    static final Duration LAST = Duration.ofDays(30);

    private static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(35), Duration.ofHours(24), LAST);

    /**
     * X shows a post late on some of its servers, and parts of an answer can fail: what it does not show is asked for once
     * more before anything is erased, for nothing brings it back. X does not bill for what it does not show.
     */
    private static final Duration CONFIRM = Duration.ofMinutes(1);

    /** For a post of which X said nothing. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private Schedule() {}

    /** When a post that was seen now is to be looked up next; empty when never again. */
    static Optional<Instant> next(Instant heardAt, Instant now) {
        return STEPS.stream().map(heardAt::plus).filter(due -> due.isAfter(now)).findFirst();
    }

    /** When it is to be asked for again that X did not show. */
    static Instant confirm(Instant now) {
        return now.plus(CONFIRM);
    }

    /** When it is to be asked for again of which nothing is known; empty once that has gone on for too long. */
    static Optional<Instant> again(Instant heardAt, Instant now) {
        return Optional.of(now.plus(AGAIN)).filter(due -> due.isBefore(heardAt.plus(LAST.multipliedBy(2))));
    }
}
