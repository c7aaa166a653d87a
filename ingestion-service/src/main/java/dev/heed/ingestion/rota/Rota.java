package dev.heed.ingestion.rota;

import dev.heed.ingestion.quota.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whose turn it is: when each source is listened to next, and how far back.
 *
 * <p>A source never has two turns at a time. After failures the pauses double, up to a minute. A look costs what is due, not
 * what there is. Safe for use by several threads.
 */
final class Rota {

    /** How many turns run at a time: each holds a database connection only while it commits a page. */
    private static final int MOST_AT_ONCE = 8;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Nobody waits longer without looking whether a limit or a budget was raised. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** First turns begin this far from each other, lest a restart of a thousand sources is a burst. */
    private static final Duration APART = Duration.ofMillis(60);

    private final Pace pace;
    private final Duration standby;
    private final Demand demand = new Demand();
    private final Map<SourceKey, Turn> turns = new HashMap<>();
    /** Where several are due at once, as after a reset, whoever has waited longest since its last turn comes first. */
    private final TreeSet<Turn> waiting = new TreeSet<>(Comparator.comparing(Turn::due)
            .thenComparing(Turn::begun)
            .thenComparing(turn -> turn.source().key().word()));

    private int running;

    /** @param standby how long to leave a source to the process that has it before asking again */
    Rota(Pace pace, Duration standby) {
        this.pace = pace;
        this.standby = standby;
    }

    /** A turn that is due. */
    record Due(Source source, Depth depth) {}

    /** One that was not known; asked once when it was heard, since "now" is another time in the midst of the sorting. */
    private record Fresh(Source source, Instant lastHeard) {}

    /** What the next turn of a source depends on, beside how the last one ended. */
    record Means(Share share, double stretch) {}

    /**
     * Takes notice of all sources there are.
     *
     * @param lastHeard when something was last heard there, for those that are new
     */
    synchronized void meet(
            List<Source> sources, Function<Source, Instant> lastHeard, Predicate<Source> pushed, Instant now) {
        Set<SourceKey> known = new HashSet<>();
        List<Fresh> fresh = new ArrayList<>();
        for (Source source : sources) {
            known.add(source.key());
            Turn turn = turns.get(source.key());
            if (turn == null) {
                fresh.add(new Fresh(source, lastHeard.apply(source)));
            } else {
                see(turn, source, pushed.test(source), now);
            }
        }
        List.copyOf(turns.keySet()).stream().filter(key -> !known.contains(key)).forEach(this::forget);
        fresh.sort(Comparator.comparing(Fresh::lastHeard).reversed());
        for (int i = 0; i < fresh.size(); i++) {
            Source source = fresh.get(i).source();
            put(Turn.first(
                    source,
                    now.plus(pace.first(source)).plus(APART.multipliedBy(i)),
                    pace.nextSweep(now),
                    Talk.since(fresh.get(i).lastHeard()),
                    pushed.test(source)));
        }
    }

    /** Takes the turns that are due, longest due first; each must be handed back with {@link #done}. */
    synchronized List<Due> take(Function<Source, Share> share, Instant now) {
        List<Due> begun = new ArrayList<>();
        while (running < MOST_AT_ONCE
                && !waiting.isEmpty()
                && !waiting.first().due().isAfter(now)) {
            Turn turn = waiting.first();
            Instant closed = share.apply(turn.source()).quota().closedUntil();
            if (closed.isAfter(now)) {
                put(turn.dueAt(soonest(closed, now.plus(LONGEST_WAIT))));
            } else {
                Turn beginning = turn.begin(now);
                running++;
                put(beginning);
                begun.add(new Due(turn.source(), beginning.running() == Depth.SWEEP ? Depth.SWEEP : Depth.POLL));
            }
        }
        return begun;
    }

    /** Notes how a turn ended, and gives when the source's next one is. */
    synchronized Turn done(Source source, TurnEnd end, Means means, Instant now) {
        running--;
        Turn turn = turns.get(source.key());
        if (turn == null) {
            return Turn.first(source, now, now, Talk.since(now), false);
        }
        Talk talk = end instanceof TurnEnd.Complete(int heard) ? turn.talk().after(heard, now) : turn.talk();
        int failures = end instanceof TurnEnd.Broken ? turn.failures() + 1 : 0;
        Duration wanted = pace.wanted(source, talk, turn.pushed(), means.stretch(), now);
        uncount(turn);
        demand.add(means.share().group(), talk.calls(), wanted);
        Duration every = demand.fair(means.share(), talk, wanted, now);
        Instant due = switch (end) {
            case TurnEnd.Complete(var _) -> latest(turn.begun().plus(every), now);
            case TurnEnd.Standby(), TurnEnd.Overtaken() -> now.plus(standby);
            case TurnEnd.Waiting(Instant until) ->
                soonest(latest(until, turn.begun().plus(pace.floor(source))), now.plus(LONGEST_WAIT));
            case TurnEnd.Refused(var _, var _) -> now.plus(LONGEST_PAUSE);
            case TurnEnd.Broken(var _) -> now.plus(pause(failures));
        };
        boolean swept = turn.running() == Depth.SWEEP && end instanceof TurnEnd.Complete;
        // from its beginning, as its next turn is: else a slow turn would be followed by one that is none
        Instant sweepDue = swept ? latest(pace.nextSweep(turn.begun()), now) : turn.sweepDue();
        // where turns are rarer than sweeps, each is one
        Instant within =
                end instanceof TurnEnd.Complete && sweepDue.isAfter(turn.begun().plus(pace.floor(source)))
                        ? soonest(due, sweepDue)
                        : due;
        Turn next = new Turn(
                turn.source(),
                within,
                turn.begun(),
                sweepDue,
                every,
                talk,
                failures,
                turn.pushed(),
                means.share().group(),
                wanted,
                null);
        put(next);
        return next;
    }

    /**
     * Somebody knows that there is something to hear: the next turn comes at once; where more than half of the limit is used
     * up, no sooner than the rest of it bears. False where there is no such source, or it has its turn just now.
     */
    synchronized boolean hurry(SourceKey key, Function<Source, Share> share, Instant now) {
        Turn turn = turns.get(key);
        if (turn == null || turn.running() != null) {
            return false;
        }
        Quota quota = share.apply(turn.source()).quota();
        boolean plenty = !quota.isKnown() || quota.left() > quota.limit() / 2;
        Instant soon = latest(now, turn.begun().plus(plenty ? pace.floor() : pace.floor(turn.source())));
        put(turn.dueAt(soonest(turn.due(), soon)));
        return true;
    }

    /** A source that asks with another token now does not wait for what the former one had to wait for. */
    synchronized void regroup(Function<Source, Share> share, Instant now) {
        for (Turn turn : List.copyOf(turns.values())) {
            Share.Group group = turn.group();
            if (turn.running() == null
                    && group != null
                    && !group.equals(share.apply(turn.source()).group())) {
                Instant soon = latest(now, turn.begun().plus(pace.floor(turn.source())));
                put(turn.dueAt(soonest(turn.due(), soon)));
            }
        }
    }

    private void see(Turn turn, Source source, boolean pushed, Instant now) {
        boolean fellSilent = turn.pushed() && !pushed && turn.running() == null;
        Turn seen = turn.seen(source, pushed);
        // X no longer tells by itself: look at once what it did not tell
        put(fellSilent ? seen.dueAt(soonest(turn.due(), now)) : seen);
    }

    private void put(Turn turn) {
        Turn before = turns.put(turn.source().key(), turn);
        if (before != null) {
            waiting.remove(before);
        }
        if (turn.running() == null) {
            waiting.add(turn);
        }
    }

    private void forget(SourceKey key) {
        Turn turn = turns.get(key);
        if (turn != null && turn.running() == null) {
            turns.remove(key);
            waiting.remove(turn);
            uncount(turn);
        }
    }

    private void uncount(Turn turn) {
        Share.Group group = turn.group();
        if (group != null) {
            demand.remove(group, turn.talk().calls(), turn.demand());
        }
    }

    private Duration pause(int failures) {
        Duration pause = pace.floor().multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Instant soonest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
