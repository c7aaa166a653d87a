package dev.heed.ingestion.rota;

import dev.heed.ingestion.quota.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: when each source is listened to next, and how far back.
 *
 * <p>A source never has two turns at a time. After failures the pauses double, up to a minute. Safe for use by several
 * threads.
 */
final class Rota {

    /** How many turns run at a time: each holds a database connection only while it commits a page. */
    private static final int MOST_AT_ONCE = 8;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Duration floor;
    private final Duration standby;
    private final Duration sweepInterval;
    private final Map<SourceKey, Turn> turns = new HashMap<>();

    /**
     * @param floor the shortest time between two turns of a source
     * @param standby how long to leave a source to the process that has it before asking again
     */
    Rota(Duration floor, Duration standby, Duration sweepInterval) {
        this.floor = floor;
        this.standby = standby;
        this.sweepInterval = sweepInterval;
    }

    /** A turn that is due. */
    record Due(Source source, Depth depth) {}

    /** @param running how far back the present turn looks; null if there is none */
    private record Turn(
            Source source,
            Instant due,
            Instant sweepDue,
            int failures,
            @Nullable Depth running) {

        boolean isDue(Instant now) {
            return running == null && !due.isAfter(now);
        }

        Turn begun(Instant now) {
            return new Turn(source, due, sweepDue, failures, sweepDue.isAfter(now) ? Depth.POLL : Depth.SWEEP);
        }
    }

    /** Takes the turns that are due, longest due first; each must be handed back with {@link #done}. */
    synchronized List<Due> take(List<Source> sources, Function<Source, Quota> quota, Instant now) {
        meet(sources, now);
        long running =
                turns.values().stream().filter(turn -> turn.running() != null).count();
        if (running >= MOST_AT_ONCE) {
            return List.of();
        }
        List<Turn> begun = turns.values().stream()
                .filter(turn -> turn.isDue(now) && quota.apply(turn.source()).isOpen(now))
                .sorted(Comparator.comparing(Turn::due))
                .limit(MOST_AT_ONCE - running)
                .map(turn -> turn.begun(now))
                .toList();
        begun.forEach(turn -> turns.put(turn.source().key(), turn));
        return begun.stream()
                .map(turn -> new Due(turn.source(), turn.running() == Depth.SWEEP ? Depth.SWEEP : Depth.POLL))
                .toList();
    }

    /** Notes how a turn ended, and when the source's next one is. */
    synchronized void done(Source source, TurnEnd end, Quota quota, Instant now) {
        Turn turn = turns.get(source.key());
        if (turn == null) {
            return;
        }
        int failures = end instanceof TurnEnd.Broken ? turn.failures() + 1 : 0;
        Instant due = switch (end) {
            case TurnEnd.Complete(var _) -> quota.next(now, sharing(source), floor);
            case TurnEnd.Standby(), TurnEnd.Overtaken() -> now.plus(standby);
            case TurnEnd.Waiting(Instant until) -> until;
            case TurnEnd.Refused(var _, var _) -> now.plus(LONGEST_PAUSE);
            case TurnEnd.Broken(var _) -> now.plus(pause(failures));
        };
        boolean swept = turn.running() == Depth.SWEEP && end instanceof TurnEnd.Complete;
        Instant sweepDue = swept ? now.plus(sweepInterval) : turn.sweepDue();
        turns.put(source.key(), new Turn(turn.source(), due, sweepDue, failures, null));
    }

    private int sharing(Source source) {
        return (int) turns.values().stream()
                .filter(turn -> turn.source().endpoint() == source.endpoint())
                .count();
    }

    private void meet(List<Source> sources, Instant now) {
        Set<SourceKey> known = sources.stream().map(Source::key).collect(Collectors.toSet());
        turns.keySet().retainAll(known);
        for (Source source : sources) {
            turns.merge(
                    source.key(),
                    new Turn(source, now, now.plus(sweepInterval), 0, null),
                    (turn, fresh) -> new Turn(source, turn.due(), turn.sweepDue(), turn.failures(), turn.running()));
        }
    }

    private Duration pause(int failures) {
        Duration pause = floor.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
