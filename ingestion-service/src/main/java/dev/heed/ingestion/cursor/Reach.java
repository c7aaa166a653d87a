package dev.heed.ingestion.cursor;

import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.rota.Depth;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far walks go back.
 *
 * <p>X bills a post once in a UTC day, however often it is read in that day. So looking again is free until midnight and paid
 * after it. Every post is looked at by a sweep when it is as old as a sweep is deep, whenever that sweep may come: each goes back
 * to where the one before had seen to that. But the last turn before midnight is a sweep, while it costs nothing, and until the
 * new day is as old as a sweep is deep, none goes back across midnight further than a poll would: so what was said in the hour
 * before midnight is paid twice, once, and nothing late is lost.
 *
 * @param overlap behind what was heard, on every walk: ids are in order only roughly, and posts show up late
 * @param sweep how late X shows a post at most
 * @param first of a walk that has no cursor
 */
record Reach(Duration overlap, Duration sweep, Duration first) {

    /** Before midnight, this is the time for the day's last sweep. */
    static final Duration EVE = Duration.ofMinutes(5);

    /** A net that stood still for so long did so for want of money, or with everything else. */
    private static final Duration LONG = Duration.ofHours(2);

    /** The id behind which a walk looks. */
    long since(Cursor known, Depth depth, Instant now) {
        long usual = Snowflake.before(known.highest(), overlap);
        if (depth == Depth.POLL) {
            return usual;
        }
        long dear = isEarly(now) ? Snowflake.at(midnight(now).minus(overlap)) : 0;
        return Math.min(usual, Math.max(known.swept(), dear));
    }

    /** What is older than this id was looked at again, once this walk is over. */
    long swept(@Nullable Cursor known, Depth depth, Instant begun) {
        long late = Snowflake.at(begun.minus(sweep));
        if (known == null) {
            return late;
        }
        return depth == Depth.SWEEP && !isEarly(begun) ? Math.max(known.swept(), late) : known.swept();
    }

    private boolean isEarly(Instant now) {
        return now.isBefore(midnight(now).plus(sweep));
    }

    /** Deepens the day's last turn, so that it is a sweep. */
    Depth deepened(Depth depth, Cursor known, Instant now) {
        Instant lastSweep = Snowflake.time(known.swept()).plus(sweep);
        return isEve(now) && lastSweep.isBefore(eve(now)) ? Depth.SWEEP : depth;
    }

    /** Whether a search that was last made then is due: in every interval, and as the day's last turn. */
    static boolean isDue(Instant last, Duration interval, Instant now) {
        return !now.isBefore(last.plus(interval)) || (isEve(now) && last.isBefore(eve(now)));
    }

    /** Whether what was posted since then was for the greater part paid for on another day, where it was heard already. */
    static boolean isDear(Instant last, Instant now) {
        return last.isBefore(midnight(now)) && last.plus(LONG).isBefore(now);
    }

    private static boolean isEve(Instant now) {
        return !now.isBefore(eve(now));
    }

    private static Instant eve(Instant now) {
        return midnight(now).plus(1, ChronoUnit.DAYS).minus(EVE);
    }

    /** The one that began the present UTC day. */
    private static Instant midnight(Instant now) {
        return now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }
}
