package dev.heed.routing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.routing.policy.Turnaround;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClocksTest {

    private static final Turnaround TURNAROUND =
            new Turnaround(Duration.ofMinutes(15), Duration.ofMinutes(60), Duration.ofMinutes(30));
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant minute(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static RunningTime clock(Clocks clocks, ClockKind kind) {
        return clocks.all().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFirstPostIsToBeAcknowledgedAndAnswered() {
        Clocks clocks = Clocks.NONE.heard(NOON, TURNAROUND);

        assertThat(clock(clocks, ClockKind.ACKNOWLEDGE).dueAt()).isEqualTo(minute(15));
        assertThat(clock(clocks, ClockKind.FIRST_RESPONSE).dueAt()).isEqualTo(minute(60));
    }

    @Test
    void takingTheTicketUpStopsOnlyTheAcknowledgement() {
        Clocks clocks = Clocks.NONE.heard(NOON, TURNAROUND).acknowledged(minute(3));

        assertThat(clock(clocks, ClockKind.ACKNOWLEDGE).stoppedAt()).isEqualTo(minute(3));
        assertThat(clock(clocks, ClockKind.FIRST_RESPONSE).isRunning()).isTrue();
    }

    @Test
    void anAnswerStopsBoth() {
        Clocks clocks = Clocks.NONE.heard(NOON, TURNAROUND).answered(minute(5));

        assertThat(clocks.all()).noneMatch(RunningTime::isRunning);
    }

    @Test
    void breachFollowsTheTimeOfTheActNotTheTimeOfLooking() {
        RunningTime inTime = clock(Clocks.NONE.heard(NOON, TURNAROUND).answered(minute(60)), ClockKind.FIRST_RESPONSE);
        RunningTime late = clock(Clocks.NONE.heard(NOON, TURNAROUND).answered(minute(61)), ClockKind.FIRST_RESPONSE);
        RunningTime running = clock(Clocks.NONE.heard(NOON, TURNAROUND), ClockKind.FIRST_RESPONSE);

        assertThat(inTime.isBreached(minute(500))).isFalse();
        assertThat(late.isBreached(minute(500))).isTrue();
        assertThat(running.isBreached(minute(59))).isFalse();
        assertThat(running.isBreached(minute(61))).isTrue();
    }

    @Test
    void furtherPostsBeforeAnAnswerDoNotPutThePromiseOff() {
        Clocks clocks = Clocks.NONE.heard(NOON, TURNAROUND).heardAgain(minute(20), TURNAROUND);

        assertThat(clocks.response()).map(RunningTime::dueAt).contains(minute(60));
    }

    @Test
    void aPostAfterAnAnswerWaitsForTheNext() {
        Clocks clocks = Clocks.NONE.heard(NOON, TURNAROUND).answered(minute(5)).heardAgain(minute(10), TURNAROUND);

        assertThat(clocks.response()).map(RunningTime::kind).contains(ClockKind.NEXT_RESPONSE);
        assertThat(clocks.response()).map(RunningTime::dueAt).contains(minute(40));
    }

    @Test
    void anAnswerOlderThanThePostDoesNotAnswerIt() {
        Clocks clocks = Clocks.NONE
                .heard(NOON, TURNAROUND)
                .answered(minute(5))
                .heardAgain(minute(10), TURNAROUND)
                .answered(minute(9));

        assertThat(clocks.response()).isPresent();
    }

    @Test
    void theEndOfTheTicketStopsWhateverRuns() {
        Clocks clocks = Clocks.NONE.heard(minute(1), TURNAROUND).ended(NOON);

        assertThat(clocks.all())
                .noneMatch(RunningTime::isRunning)
                .allMatch(clock -> minute(1).equals(clock.stoppedAt()));
    }
}
