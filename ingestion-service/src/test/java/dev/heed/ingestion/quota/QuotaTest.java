package dev.heed.ingestion.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.x.RateLimit;
import dev.heed.x.XAnswer;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Duration FLOOR = Duration.ofSeconds(2);

    @Test
    void beforeAnythingIsKnownTheFloorHolds() {
        assertThat(Quota.UNKNOWN.next(NOW, 5, FLOOR)).isEqualTo(NOW.plus(FLOOR));
    }

    @Test
    void whatIsLeftIsSpreadOverTheWindowAndTheAccounts() {
        Quota quota = told(450, 90, NOW.plusSeconds(900));
        assertThat(quota.next(NOW, 1, FLOOR)).isEqualTo(NOW.plusSeconds(10));
        assertThat(quota.next(NOW, 4, FLOOR)).isEqualTo(NOW.plusSeconds(40));
    }

    @Test
    void plentyIsStillNoReasonToAskMoreOftenThanTheFloor() {
        assertThat(told(10_000, 9_999, NOW.plusSeconds(60)).next(NOW, 1, FLOOR)).isEqualTo(NOW.plus(FLOOR));
    }

    @Test
    void nobodyWaitsPastTheReset() {
        assertThat(told(450, 1, NOW.plusSeconds(30)).next(NOW, 67, FLOOR)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void aSpentWindowIsClosedUntilItsReset() {
        Quota quota = told(450, 0, NOW.plusSeconds(30));
        assertThat(quota.isOpen(NOW)).isFalse();
        assertThat(quota.isOpen(NOW.plusSeconds(30))).isTrue();
        assertThat(quota.next(NOW, 1, FLOOR)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void a429ClosesUntilItsTimeAndTheNextAnswerOpensAgain() {
        Quota closed = Quota.UNKNOWN.after(new XAnswer.Limited<>(NOW.plusSeconds(700), "Too Many Requests"));
        assertThat(closed.isOpen(NOW.plusSeconds(699))).isFalse();
        Quota opened = closed.after(new XAnswer.Given<>("", new RateLimit(450, 449, NOW.plusSeconds(1600))));
        assertThat(opened.isOpen(NOW.plusSeconds(701))).isTrue();
    }

    @Test
    void anAnswerThatTellsNothingChangesNothing() {
        Quota known = told(450, 90, NOW.plusSeconds(900));
        assertThat(known.after(new XAnswer.Unclear<>("reset"))).isEqualTo(known);
        assertThat(known.after(new XAnswer.Given<>("", RateLimit.UNKNOWN))).isEqualTo(known);
    }

    @Property
    void accountsThatKeepToTheirTurnsNeverSpendMoreThanIsLeft(
            @ForAll @IntRange(min = 1, max = 450) int remaining,
            @ForAll @IntRange(min = 1, max = 900) int seconds,
            @ForAll @IntRange(min = 1, max = 70) int accounts) {
        Instant reset = NOW.plusSeconds(seconds);
        Instant[] due = new Instant[accounts];
        java.util.Arrays.fill(due, NOW);
        Quota quota = told(450, remaining, reset);
        int left = remaining;
        // the poll of each account in turn, until the window is over or closed
        for (int polls = 0; polls < 2_000; polls++) {
            int first = 0;
            for (int i = 1; i < accounts; i++) {
                first = due[i].isBefore(due[first]) ? i : first;
            }
            Instant now = due[first];
            if (!now.isBefore(reset)) {
                return;
            }
            if (!quota.isOpen(now)) {
                due[first] = quota.closedUntil();
                continue;
            }
            left--;
            assertThat(left).isNotNegative();
            quota = told(450, left, reset);
            due[first] = quota.next(now, accounts, FLOOR);
        }
    }

    private static Quota told(int limit, int remaining, Instant reset) {
        return Quota.UNKNOWN.after(new XAnswer.Given<>("", new RateLimit(limit, remaining, reset)));
    }
}
