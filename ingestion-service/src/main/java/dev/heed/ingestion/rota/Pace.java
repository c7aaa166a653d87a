package dev.heed.ingestion.rota;

import dev.heed.ingestion.quota.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How often a source wants its turn, were it alone: often while people talk, seldom while nobody does.
 *
 * <p>An eighth of the silence so far: whoever writes again after a minute is heard within eight seconds, and an account at
 * which nobody has written for eight minutes costs one call a minute.
 *
 * @param floor the shortest time between the beginnings of two turns
 * @param ceiling the longest by day
 * @param nightCeiling the longest by night
 * @param sweep how often to look further back, and at sources that are only a net
 */
record Pace(Duration floor, Duration ceiling, Duration nightCeiling, Duration sweep, Night night) {

    private static final int EAGERNESS = 8;
    /** Nets come after what they are behind, lest all posts of an outage are fetched twice while people wait for them. */
    private static final Duration NETS_AFTER = Duration.ofMinutes(1);
    /** X allows 15 such calls in 15 minutes. */
    private static final Duration MESSAGES_FLOOR = Duration.ofMinutes(1);
    /** X bills a post once a UTC day: the hour before midnight is looked at before it is billed again. */
    private static final Duration BEFORE_MIDNIGHT = Duration.ofMinutes(2);

    /**
     * @param pushed whether X tells of it by itself
     * @param stretch how much longer pauses must be for the money to last; 1 if it lasts
     */
    Duration wanted(Source source, Talk talk, boolean pushed, double stretch, Instant now) {
        Duration floor = max(floor(source), source.rest());
        return switch (source.tempo()) {
            case NET -> sweep;
            case WORK -> within(stretched(floor, stretch), floor, sweep);
            case LIVE -> {
                if (pushed) {
                    yield sweep;
                }
                if (talk.isFull()) {
                    yield floor;
                }
                Duration lively = within(talk.silence(now).dividedBy(EAGERNESS), floor, max(floor, ceiling(now)));
                yield within(stretched(lively, stretch), floor, max(lively, sweep));
            }
        };
    }

    /** How long after the process began, or after it met a source, the first turn comes. */
    Duration first(Source source) {
        boolean atOnce = source.tempo() != Tempo.NET;
        return atOnce ? Duration.ZERO : NETS_AFTER.compareTo(sweep) < 0 ? NETS_AFTER : sweep;
    }

    /** When to look further back again; the last look of a UTC day is just before its end. */
    Instant nextSweep(Instant last) {
        Instant next = last.plus(sweep);
        Instant midnight =
                next.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        Instant before = midnight.minus(BEFORE_MIDNIGHT);
        return midnight.isAfter(last) && before.isAfter(last) ? before : next;
    }

    /** The shortest time between the beginnings of two turns, whatever is wanted. */
    Duration floor(Source source) {
        return source.endpoint() == Endpoint.MESSAGES ? max(floor, MESSAGES_FLOOR) : floor;
    }

    private Duration ceiling(Instant now) {
        return night.covers(now) ? nightCeiling : ceiling;
    }

    private static Duration stretched(Duration pause, double stretch) {
        return Duration.ofMillis(Math.round(pause.toMillis() * Math.max(1, stretch)));
    }

    private static Duration within(Duration pause, Duration least, Duration most) {
        return pause.compareTo(least) < 0 ? least : pause.compareTo(most) > 0 ? most : pause;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
