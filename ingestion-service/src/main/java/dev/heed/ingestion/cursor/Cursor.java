package dev.heed.ingestion.cursor;

import dev.heed.ingestion.gap.Snowflake;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a stream was walked to the end.
 *
 * @param highest the newest id that was met, or that of the time where the first walk began
 * @param swept older than this id is what was looked at again when it was old enough for X to have shown all of it
 * @param walkedAt when the last walk that came to its end had begun: what was posted before was heard
 */
record Cursor(long highest, long swept, Instant walkedAt) {

    /** X's clock may be behind ours by as much. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** All up to this id was heard, but for what X shows late. */
    long heard() {
        return Math.max(highest, Snowflake.at(walkedAt.minus(SKEW)));
    }
}
