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
        // heard, the last sweep that was not too early in the day, now, from where on a sweep looks
        "2026-11-01T14:59:00Z, 2026-11-01T14:45:00Z, 2026-11-01T15:00:00Z, 2026-11-01T13:45:00Z",
        "2026-11-01T00:59:00Z, 2026-10-31T23:56:00Z, 2026-11-01T00:59:59Z, 2026-10-31T23:58:00Z",
        "2026-11-01T01:00:00Z, 2026-10-31T23:56:00Z, 2026-11-01T01:00:00Z, 2026-10-31T22:56:00Z",
        "2026-11-01T01:14:00Z, 2026-11-01T01:00:00Z, 2026-11-01T01:15:00Z, 2026-11-01T00:00:00Z",
        "2026-11-01T00:58:00Z, 2026-10-31T23:56:00Z, 2026-11-01T02:01:00Z, 2026-10-31T22:56:00Z",
        "2026-10-31T20:00:00Z, 2026-10-31T19:50:00Z, 2026-11-01T01:20:00Z, 2026-10-31T18:50:00Z",
        "2026-11-01T00:20:00Z, 2026-10-31T23:56:00Z, 2026-11-01T00:20:01Z, 2026-10-31T23:58:00Z",
        "2026-10-31T20:00:00Z, 2026-10-31T19:50:00Z, 2026-11-01T00:20:00Z, 2026-10-31T19:58:00Z",
        "2026-11-01T00:20:00Z, 2026-10-31T19:50:00Z, 2026-11-01T01:00:00Z, 2026-10-31T18:50:00Z",
        "2026-10-31T23:55:00Z, 2026-10-31T23:41:00Z, 2026-10-31T23:56:00Z, 2026-10-31T22:41:00Z"
    })
    void aSweepGoesBackToWhereTheOneBeforeHadSeenToItAndAcrossMidnightOnce(
            Instant heard, Instant last, Instant now, Instant from) {
        assertThat(REACH.since(cursor(heard, last), Depth.SWEEP, now)).isEqualTo(Snowflake.at(from));
    }

    @Test
    void onlyASweepThatIsNotTooEarlyInTheDaySeesToWhatIsLate() {
        Instant midnight = Instant.parse("2026-11-01T00:00:00Z");
        Cursor known = cursor(midnight, midnight.minusSeconds(240));
        assertThat(REACH.swept(known, Depth.SWEEP, midnight.plusSeconds(3_599))).isEqualTo(known.swept());
        assertThat(REACH.swept(known, Depth.POLL, midnight.plusSeconds(3_600))).isEqualTo(known.swept());
        assertThat(REACH.swept(known, Depth.SWEEP, midnight.plusSeconds(3_600))).isEqualTo(Snowflake.at(midnight));
    }

    @Test
    void theLastTurnBeforeMidnightIsASweepOnce() {
        Instant eve = Instant.parse("2026-11-01T23:56:00Z");
        Instant noon = eve.minus(Duration.ofHours(12));
        assertThat(REACH.deepened(Depth.POLL, cursor(eve, noon), eve)).isEqualTo(Depth.SWEEP);
        assertThat(REACH.deepened(Depth.POLL, cursor(eve, eve.minusSeconds(30)), eve))
                .isEqualTo(Depth.POLL);
        assertThat(REACH.deepened(Depth.POLL, cursor(eve, eve.minusSeconds(600)), eve))
                .isEqualTo(Depth.SWEEP);
        assertThat(REACH.deepened(Depth.POLL, cursor(eve, noon), eve.minusSeconds(300)))
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

    @ParameterizedTest
    @CsvSource({
        // last, now, dear
        "2026-11-01T10:00:00Z, 2026-11-01T20:00:00Z, false",
        "2026-10-31T23:58:00Z, 2026-11-01T00:13:00Z, false",
        "2026-10-31T23:58:00Z, 2026-11-01T01:58:01Z, true",
        "2026-10-25T12:00:00Z, 2026-11-01T00:00:01Z, true"
    })
    void aSearchThatStoodStillSinceAnotherDayWouldPayForThatDayAgain(Instant last, Instant now, boolean dear) {
        assertThat(Reach.isDear(last, now)).isEqualTo(dear);
    }

    @Property
    void whateverTheTimeAWalkGoesBackBehindWhatWasHeardAndASweepNoLessThanAPoll(
            @ForAll @LongRange(min = 1_700_000_000_000L, max = 1_900_000_000_000L) long millis,
            @ForAll @LongRange(min = 0, max = 400_000_000L) long ago,
            @ForAll @LongRange(min = 0, max = 400_000_000L) long sweptAgo) {
        Instant now = Instant.ofEpochMilli(millis);
        Cursor known = cursor(now.minusMillis(ago), now.minusMillis(sweptAgo));
        long poll = REACH.since(known, Depth.POLL, now);
        long sweep = REACH.since(known, Depth.SWEEP, now);
        assertThat(sweep).isLessThanOrEqualTo(poll);
        assertThat(poll).isLessThan(known.highest());
        assertThat(sweep).isGreaterThanOrEqualTo(Math.min(poll, known.swept()));
    }

    private static Cursor cursor(Instant heard, Instant lastSweep) {
        return new Cursor(Snowflake.at(heard), Snowflake.at(lastSweep.minus(Duration.ofHours(1))), heard);
    }
}
