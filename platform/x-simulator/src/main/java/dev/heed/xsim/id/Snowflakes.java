package dev.heed.xsim.id;

import java.time.Instant;

/**
 * Mints X's ids: milliseconds since X's epoch, ten bits of machine, twelve of sequence.
 *
 * <p>Ids minted here grow strictly, also over a restart once {@link #passed} has told the largest one known. Not thread-safe: the
 * world's lock guards it.
 */
public final class Snowflakes {

    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int TIME_SHIFT = 22;
    private static final long MACHINE = 361L << 12;
    private static final long LATE_MACHINE = 362L << 12;

    private long last;

    /** A new id that tells {@code now} as its time, or a later one when the clock went back. */
    public long next(Instant now) {
        last = Math.max(last + 1, floor(now) | MACHINE);
        return last;
    }

    /** Ids minted from now on are larger than this one. */
    public void passed(long id) {
        last = Math.max(last, id);
    }

    /** The smallest id that a post of this time or later can have; 0 before X's epoch, the largest there is after 2080. */
    public static long floor(Instant time) {
        long millis = Math.max(0, time.toEpochMilli() - EPOCH_MILLIS);
        return Math.min(millis, Long.MAX_VALUE >> TIME_SHIFT) << TIME_SHIFT;
    }

    /** The first id of a past moment that another machine may have minted, and that is told of late. */
    public static long late(Instant past) {
        return floor(past) | LATE_MACHINE;
    }

    /** When this id was minted, to the millisecond. */
    public static Instant timeOf(long id) {
        return Instant.ofEpochMilli((id >> TIME_SHIFT) + EPOCH_MILLIS);
    }
}
