package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.rota.Depth;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A post is billed once in a UTC day: looking again is free until midnight. */
class ReachTest {

    private static final Reach REACH = new Reach(Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofDays(7));

    @ParameterizedTest
    @CsvSource({
        // heard, now, from where on a sweep looks
        "2026-11-01T14:59:00Z, 2026-11-01T15:00:00Z, 2026-11-01T13:59:00Z",
        "2026-11-01T00:59:00Z, 2026-11-01T00:59:59Z, 2026-10-31T23:59:00Z",
        "2026-11-01T01:00:00Z, 2026-11-01T01:00:00Z, 2026-10-31T23:00:00Z",
        "2026-11-01T01:59:00Z, 2026-11-01T01:59:59Z, 2026-10-31T23:00:00Z",
        "2026-10-31T20:00:00Z, 2026-11-01T01:20:00Z, 2026-10-31T19:00:00Z",
        "2026-11-01T02:00:00Z, 2026-11-01T02:00:00Z, 2026-11-01T01:00:00Z",
        "2026-11-01T00:20:00Z, 2026-11-01T00:20:01Z, 2026-10-31T23:58:00Z",
        "2026-10-31T20:00:00Z, 2026-11-01T00:20:00Z, 2026-10-31T19:58:00Z",
        "2026-10-31T23:55:00Z, 2026-10-31T23:56:00Z, 2026-10-31T22:55:00Z"
    })
    void aSweepGoesBackAcrossMidnightOnceADayAndElseNoFurtherThanAPoll(Instant heard, Instant now, Instant from) {
        assertThat(REACH.since(Snowflake.at(heard), Depth.SWEEP, now)).isEqualTo(Snowflake.at(from));
    }

    @Test
    void theLastTurnBeforeMidnightIsASweepOnce() {
        Instant eve = Instant.parse("2026-11-01T23:56:00Z");
        assertThat(REACH.deepened(Depth.POLL, Instant.EPOCH, eve)).isEqualTo(Depth.SWEEP);
        assertThat(REACH.deepened(Depth.POLL, eve.minusSeconds(30), eve)).isEqualTo(Depth.POLL);
        assertThat(REACH.deepened(Depth.POLL, eve.minusSeconds(600), eve)).isEqualTo(Depth.SWEEP);
        assertThat(REACH.deepened(Depth.POLL, Instant.EPOCH, eve.minusSeconds(300)))
                .isEqualTo(Depth.POLL);
    }

    @ParameterizedTest
    @CsvSource({
        // last, now, due
        "2026-11-01T14:00:00Z, 2026-11-01T14:59:59Z, false",
        "2026-11-01T14:00:00Z, 2026-11-01T15:00:00Z, true",
        "2026-11-01T23:10:00Z, 2026-11-01T23:56:00Z, true",
        "2026-11-01T23:55:30Z, 2026-11-01T23:56:00Z, false",
        "2026-11-01T23:55:30Z, 2026-11-02T00:30:00Z, false"
    })
    void aSearchIsMadeInEveryIntervalAndBeforeMidnight(Instant last, Instant now, boolean due) {
        assertThat(Reach.isDue(last, Duration.ofHours(1), now)).isEqualTo(due);
    }

    @Property
    void whateverTheTimeAWalkGoesBackBehindWhatWasHeardAndASweepNoLessThanAPoll(
            @ForAll @LongRange(min = 1_700_000_000_000L, max = 1_900_000_000_000L) long millis,
            @ForAll @LongRange(min = 0, max = 400_000_000L) long ago) {
        Instant now = Instant.ofEpochMilli(millis);
        long heard = Snowflake.at(now.minusMillis(ago));
        long poll = REACH.since(heard, Depth.POLL, now);
        long sweep = REACH.since(heard, Depth.SWEEP, now);
        assertThat(sweep).isLessThanOrEqualTo(poll);
        assertThat(poll).isLessThan(heard);
        // as deep as a sweep is, behind midnight, in the second such span after it
        assertThat(sweep).isGreaterThanOrEqualTo(Snowflake.before(heard, Duration.ofHours(3)));
    }
}
