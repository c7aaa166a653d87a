package dev.heed.ingestion.cursor;

import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.rota.Depth;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How far walks go back.
 *
 * <p>X bills a post once in a UTC day, however often it is read in that day. So looking again is free until midnight and paid
 * after it. A sweep therefore does not go back across the last midnight further than a poll would; the last turn before
 * midnight is a sweep, while it costs nothing; and once a day, when the present day is as old as a sweep is deep, what was
 * said before midnight is looked at again for what X showed after it: that hour is paid twice, so that nothing late is lost.
 *
 * @param overlap behind what was heard, on every walk: ids are in order only roughly, and posts show up late
 * @param sweep behind what was heard, on a sweep
 * @param first of a walk that has no cursor
 */
record Reach(Duration overlap, Duration sweep, Duration first) {

    /** Before midnight, this is the time for the day's last sweep. */
    static final Duration EVE = Duration.ofMinutes(5);

    /** The id behind which a walk looks. */
    long since(long heard, Depth depth, Instant now) {
        long usual = Snowflake.before(heard, overlap);
        if (depth == Depth.POLL) {
            return usual;
        }
        long deep = Snowflake.before(heard, sweep);
        Instant midnight = midnight(now);
        if (isAfterthought(midnight, now)) {
            return Math.min(deep, Snowflake.at(midnight.minus(sweep)));
        }
        return Math.max(deep, Math.min(usual, Snowflake.before(Snowflake.at(midnight), overlap)));
    }

    private boolean isAfterthought(Instant midnight, Instant now) {
        return !now.isBefore(midnight.plus(sweep)) && now.isBefore(midnight.plus(sweep.multipliedBy(2)));
    }

    /** Deepens the day's last turn, so that it is a sweep. */
    Depth deepened(Depth depth, Instant lastSweep, Instant now) {
        return isEve(now) && lastSweep.isBefore(eve(now)) ? Depth.SWEEP : depth;
    }

    /** Whether a search that was last made then is due: in every interval, and as the day's last turn. */
    static boolean isDue(Instant last, Duration interval, Instant now) {
        return !now.isBefore(last.plus(interval)) || (isEve(now) && last.isBefore(eve(now)));
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
