package dev.heed.ingestion.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.ingestion.quota.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration FLOOR = Duration.ofSeconds(2);
    private static final Duration SWEEP = Duration.ofMinutes(15);
    private static final Pace PACE = new Pace(
            FLOOR,
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            SWEEP,
            Night.of(Optional.of("22:00-06:00"), ZoneId.of("UTC")));
    private static final Source MENTIONS = new Given(Endpoint.MENTIONS, Tempo.LIVE);

    @ParameterizedTest
    @CsvSource({"0, 2", "8, 2", "16, 2", "80, 10", "240, 30", "480, 60", "99999, 60"})
    void theLongerTheSilenceTheRarerTheTurns(int silence, int every) {
        assertThat(wanted(MENTIONS, silence, NOON)).isEqualTo(Duration.ofSeconds(every));
    }

    @ParameterizedTest
    @CsvSource({"21:59, 60", "22:00, 300", "23:59, 300", "00:00, 300", "05:59, 300", "06:00, 60"})
    void byNightASilentAccountIsAskedEveryFewMinutes(String time, int every) {
        assertThat(wanted(MENTIONS, 99_999, Instant.parse("2026-11-01T" + time + ":00Z")))
                .isEqualTo(Duration.ofSeconds(every));
    }

    @Test
    void whoWantsRestHasItUnlessTheFloorIsLonger() {
        Source resting = new Given(1, Endpoint.MENTIONS, Tempo.LIVE, Duration.ofSeconds(90));
        assertThat(wanted(resting, 0, NOON)).isEqualTo(Duration.ofSeconds(90));
        assertThat(PACE.floor(resting)).isEqualTo(FLOOR);
    }

    @Test
    void alsoByNightWhoeverTalksIsHeardAtOnce() {
        assertThat(wanted(MENTIONS, 5, Instant.parse("2026-11-01T02:00:00Z"))).isEqualTo(FLOOR);
    }

    @Test
    void theNightIsWhereTheCompanyIs() {
        Night night = Night.of(Optional.of("22:00-06:00"), ZoneId.of("America/New_York"));
        assertThat(night.covers(Instant.parse("2026-07-01T03:00:00Z"))).isTrue();
        assertThat(night.covers(Instant.parse("2026-07-01T12:00:00Z"))).isFalse();
    }

    @Test
    void aNightMayLieWithinADayOrNotBe() {
        Night siesta = Night.of(Optional.of("13:00-15:00"), ZoneId.of("UTC"));
        assertThat(siesta.covers(NOON.plus(Duration.ofHours(2)))).isTrue();
        assertThat(siesta.covers(NOON)).isFalse();
        assertThat(Night.of(Optional.empty(), ZoneId.of("UTC")).covers(NOON)).isFalse();
        assertThat(Night.NONE.covers(Instant.parse("2026-11-01T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"late", "22-06", "22:00", "22:00-25:00"})
    void hoursThatCannotBeReadAreRefusedAtTheStart(String hours) {
        assertThatThrownBy(() -> Night.of(Optional.of(hours), ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(hours);
    }

    @Test
    void whatXPushesIsOnlySwept() {
        assertThat(PACE.wanted(MENTIONS, Talk.since(NOON), true, 1, NOON)).isEqualTo(SWEEP);
    }

    @Test
    void messagesAreAskedForOnceAMinuteAtMost() {
        assertThat(wanted(new Given(Endpoint.MESSAGES, Tempo.LIVE), 0, NOON)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aNetIsCastAsOftenAsSweepsAre() {
        assertThat(wanted(new Given(Endpoint.SEARCH, Tempo.NET), 0, NOON)).isEqualTo(SWEEP);
    }

    @Test
    void scarceMoneyStretchesThePauses() {
        assertThat(PACE.wanted(MENTIONS, Talk.since(NOON.minusSeconds(80)), false, 3, NOON))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theLastSweepOfADayIsJustBeforeItsEnd() {
        assertThat(PACE.nextSweep(NOON)).isEqualTo(NOON.plus(SWEEP));
        Instant midnight = Instant.parse("2026-11-02T00:00:00Z");
        assertThat(PACE.nextSweep(midnight.minus(Duration.ofMinutes(10)))).isEqualTo(midnight.minusSeconds(120));
        assertThat(PACE.nextSweep(midnight.minusSeconds(120))).isEqualTo(midnight.plusSeconds(780));
        assertThat(PACE.nextSweep(midnight)).isEqualTo(midnight.plus(SWEEP));
    }

    @Property
    void noPaceIsBelowItsFloorNorBeyondItsCeiling(
            @ForAll Endpoint endpoint,
            @ForAll Tempo tempo,
            @ForAll boolean pushed,
            @ForAll @IntRange(min = 0, max = 10_000) int heard,
            @ForAll @IntRange(min = -10, max = 9_999_999) int silence,
            @ForAll @IntRange(min = 0, max = 86_400) int time,
            @ForAll @DoubleRange(min = 0, max = 1_000) double stretch) {
        Instant now = NOON.plusSeconds(time);
        Source source = new Given(endpoint, tempo);
        Talk talk = new Talk(now.minusSeconds(silence), heard);
        assertThat(PACE.wanted(source, talk, pushed, stretch, now)).isBetween(PACE.floor(source), SWEEP);
        Duration unstretched = PACE.wanted(source, talk, false, 1, now);
        if (tempo == Tempo.LIVE) {
            assertThat(unstretched).isBetween(PACE.floor(source), Duration.ofMinutes(5));
        }
    }

    private static Duration wanted(Source source, int silence, Instant now) {
        return PACE.wanted(source, Talk.since(now.minusSeconds(silence)), false, 1, now);
    }
}
