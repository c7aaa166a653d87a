package dev.heed.ingestion.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** X's post ids as times: the upper bits are milliseconds since X's epoch, so ids sort by time, to about a second. */
public final class Snowflake {

    private static final long EPOCH = 1_288_834_974_657L;
    private static final int SHIFT = 22;

    private Snowflake() {}

    /** The least id of this time. */
    public static long at(Instant time) {
        return Math.max(0, time.toEpochMilli() - EPOCH) << SHIFT;
    }

    /** When the post of this id was posted. */
    public static Instant time(long id) {
        return Instant.ofEpochMilli((id >>> SHIFT) + EPOCH);
    }

    /** The least id of the time that much before this id's; never below 0. */
    public static long before(long id, Duration distance) {
        return Math.max(0, (id >>> SHIFT) - distance.toMillis()) << SHIFT;
    }

    /** Empty for what cannot be an id of X's, which are positive longs. */
    public static OptionalLong parse(String id) {
        try {
            long value = Long.parseLong(id);
            return value >= 0 ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
