package dev.heed.ingestion.rota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Quota;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.x.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotaTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Quota OPEN = Quota.UNKNOWN;
    private static final Pace PACE = new Pace(
            Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(15), Night.NONE);

    private final Source acme = Given.mentions(1);
    private final Rota rota = new Rota(PACE, Duration.ofSeconds(5));

    @Test
    void aNewAccountIsDueAtOnceAndOnlyOnceAtATime() {
        assertThat(take(NOW)).containsExactly(new Rota.Due(acme, Depth.POLL));
        assertThat(take(NOW.plusSeconds(3600))).isEmpty();
    }

    /** "Now" is another time with each comparison, of which sorting makes nothing. */
    @Test
    void ofANewSourceItIsAskedOnceWhenItWasHeard() {
        List<Source> many = IntStream.range(0, 50).mapToObj(Given::mentions).toList();
        List<Source> asked = new ArrayList<>();
        Function<Source, Instant> lastHeard = source -> {
            asked.add(source);
            return NOW.plusNanos(asked.size());
        };
        rota.meet(many, lastHeard, any -> false, NOW);
        assertThat(asked).containsExactlyElementsOf(many);
    }

    @Test
    void aNetIsCastAMinuteAfterWhatItIsBehind() {
        Source net = new Given(Endpoint.SEARCH, Tempo.NET);
        meet(List.of(acme, net), NOW);
        assertThat(rota.take(any -> share(OPEN), NOW.plusSeconds(59)))
                .extracting(Rota.Due::source)
                .containsExactly(acme);
        assertThat(rota.take(any -> share(OPEN), NOW.plusSeconds(61)))
                .extracting(Rota.Due::source)
                .containsExactly(net);
    }

    @Test
    void whilePeopleTalkTheNextTurnBeginsTheFloorAfterTheLast() {
        endWith(new TurnEnd.Complete(3));
        assertThat(take(NOW.plusMillis(1999))).isEmpty();
        assertThat(take(NOW.plusSeconds(2))).hasSize(1);
    }

    @Test
    void aLongTurnOfFullPagesIsFollowedByTheNextAtOnce() {
        take(NOW);
        done(new TurnEnd.Complete(700), OPEN, NOW.plusSeconds(4));
        assertThat(take(NOW.plusSeconds(4))).hasSize(1);
    }

    @Test
    void whereSomethingIsKnownToBeHeardTheNextTurnComesAtOnce() {
        rota.meet(List.of(acme), any -> NOW, any -> true, NOW);
        rota.take(any -> share(OPEN), NOW);
        done(new TurnEnd.Complete(0), OPEN, NOW);
        Instant later = NOW.plusSeconds(100);
        assertThat(rota.take(any -> share(OPEN), later)).isEmpty();
        assertThat(hurry(acme, OPEN, later)).isTrue();
        assertThat(rota.take(any -> share(OPEN), later)).containsExactly(new Rota.Due(acme, Depth.POLL));
    }

    @Test
    void howeverOftenItIsSaidTurnsBeginTheFloorApart() {
        endWith(new TurnEnd.Complete(0));
        assertThat(hurry(acme, OPEN, NOW.plusMillis(500))).isTrue();
        assertThat(take(NOW.plusMillis(1999))).isEmpty();
        assertThat(take(NOW.plusSeconds(2))).hasSize(1);
    }

    @Test
    void whereLittleOfTheLimitIsLeftHurryIsNotMoreThanTheLimitBears() {
        Source messages = new Given(Endpoint.MESSAGES, Tempo.LIVE);
        Quota low = new Quota(15, 7, NOW.plusSeconds(900), Instant.EPOCH);
        Quota high = new Quota(15, 8, NOW.plusSeconds(900), Instant.EPOCH);
        rota.meet(List.of(messages), any -> NOW, any -> true, NOW);
        rota.take(any -> share(OPEN), NOW);
        rota.done(messages, new TurnEnd.Complete(0), means(OPEN), NOW);
        hurry(messages, low, NOW.plusSeconds(10));
        assertThat(rota.take(any -> share(OPEN), NOW.plusSeconds(59))).isEmpty();
        hurry(messages, high, NOW.plusSeconds(59));
        assertThat(rota.take(any -> share(OPEN), NOW.plusSeconds(59))).hasSize(1);
    }

    @Test
    void whatIsSaidWhileATurnRunsIsForTheNext() {
        take(NOW);
        assertThat(hurry(acme, OPEN, NOW)).isFalse();
        assertThat(hurry(Given.mentions(2), OPEN, NOW)).isFalse();
    }

    @Test
    void aLimitIsWaitedOut() {
        endWith(new TurnEnd.Waiting(NOW.plusSeconds(700)));
        assertThat(take(NOW.plusSeconds(699))).isEmpty();
        assertThat(take(NOW.plusSeconds(700))).hasSize(1);
    }

    @Test
    void whoAsksWithAnotherTokenDoesNotWaitForTheFormerOnesLimit() {
        Share own = new Share(Endpoint.MENTIONS, new TokenKey("1"), OPEN);
        meet(List.of(acme), NOW);
        rota.take(any -> own, NOW);
        rota.done(acme, new TurnEnd.Waiting(NOW.plusSeconds(700)), new Rota.Means(own, 1), NOW);
        rota.regroup(any -> own, NOW.plusSeconds(5));
        assertThat(rota.take(any -> own, NOW.plusSeconds(5))).isEmpty();
        rota.regroup(any -> share(OPEN), NOW.plusSeconds(5));
        assertThat(rota.take(any -> share(OPEN), NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void nobodyWaitsForDaysSinceLimitsAndBudgetsAreRaised() {
        endWith(new TurnEnd.Waiting(NOW.plus(Duration.ofDays(3))));
        assertThat(take(NOW.plus(Duration.ofMinutes(15)))).hasSize(1);
    }

    @Test
    void nobodyIsTakenWhileTheQuotaIsClosed() {
        Quota closed = new Quota(-1, -1, Instant.EPOCH, NOW.plusSeconds(10));
        meet(List.of(acme), NOW);
        assertThat(rota.take(any -> share(closed), NOW)).isEmpty();
        assertThat(rota.take(any -> share(closed), NOW.plusSeconds(10))).hasSize(1);
    }

    @Test
    void failuresDoubleThePauseUpToAMinute() {
        Instant now = NOW;
        for (int pause : new int[] {4, 8, 16, 32, 60, 60}) {
            assertThat(take(now)).hasSize(1);
            done(new TurnEnd.Broken("reset"), OPEN, now);
            assertThat(take(now.plusSeconds(pause).minusMillis(1))).isEmpty();
            now = now.plusSeconds(pause);
        }
    }

    @Test
    void aRefusalIsTriedAgainAfterAMinute() {
        endWith(new TurnEnd.Refused(Refusal.CREDITS_DEPLETED, "no credits"));
        assertThat(take(NOW.plusSeconds(59))).isEmpty();
        assertThat(take(NOW.plusSeconds(60))).hasSize(1);
    }

    @Test
    void whereAnotherPollsTheAccountIsLeftAlone() {
        endWith(new TurnEnd.Standby());
        assertThat(take(NOW.plusSeconds(4))).isEmpty();
        assertThat(take(NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void aSweepIsDueEveryQuarterOfAnHourAndOwedUntilItIsComplete() {
        endWith(new TurnEnd.Complete(0));
        Instant later = NOW.plus(Duration.ofMinutes(15));
        assertThat(take(later)).extracting(Rota.Due::depth).containsExactly(Depth.SWEEP);
        done(new TurnEnd.Broken("reset"), OPEN, later);
        assertThat(take(later.plusSeconds(4))).extracting(Rota.Due::depth).containsExactly(Depth.SWEEP);
        done(new TurnEnd.Complete(1), OPEN, later.plusSeconds(4));
        assertThat(take(later.plusSeconds(6))).extracting(Rota.Due::depth).containsExactly(Depth.POLL);
    }

    @Test
    void whatIsPushedIsOnlySweptAndLookedAtAtOnceWhenItNoLongerIs() {
        rota.meet(List.of(acme), any -> NOW, any -> true, NOW);
        assertThat(rota.take(any -> share(OPEN), NOW)).hasSize(1);
        done(new TurnEnd.Complete(1), OPEN, NOW);
        Instant later = NOW.plus(Duration.ofMinutes(10));
        rota.meet(List.of(acme), any -> NOW, any -> true, later);
        assertThat(rota.take(any -> share(OPEN), later)).isEmpty();
        rota.meet(List.of(acme), any -> NOW, any -> false, later);
        assertThat(rota.take(any -> share(OPEN), later)).hasSize(1);
    }

    @Test
    void whereTurnsAreAsRareAsSweepsEachIsOneHoweverLongItTakes() {
        rota.meet(List.of(acme), any -> NOW, any -> true, NOW);
        rota.take(any -> share(OPEN), NOW);
        done(new TurnEnd.Complete(0), OPEN, NOW.plusSeconds(3));
        for (int turn = 1; turn <= 4; turn++) {
            Instant due = NOW.plus(Duration.ofMinutes(15).multipliedBy(turn));
            assertThat(rota.take(any -> share(OPEN), due))
                    .extracting(Rota.Due::depth)
                    .containsExactly(Depth.SWEEP);
            done(new TurnEnd.Complete(0), OPEN, due.plusSeconds(3));
        }
    }

    @Test
    void whoIsGoneHasNoTurnAndWhoComesAgainHas() {
        meet(List.of(acme), NOW);
        meet(List.of(), NOW);
        assertThat(rota.take(any -> share(OPEN), NOW)).isEmpty();
        assertThat(take(NOW.plusSeconds(1))).hasSize(1);
    }

    @Test
    void whoGoesDuringItsTurnIsForgottenAfterIt() {
        take(NOW);
        meet(List.of(), NOW);
        done(new TurnEnd.Complete(0), OPEN, NOW);
        meet(List.of(), NOW);
        assertThat(rota.take(any -> share(OPEN), NOW.plusSeconds(99))).isEmpty();
    }

    @Test
    void onlySoManyWalkAtATimeAndTheLongestWaitingComesFirst() {
        List<Source> many = sources(20);
        meet(many, NOW);
        Instant later = NOW.plusSeconds(2);
        List<Rota.Due> first = rota.take(any -> share(OPEN), later);
        assertThat(first).hasSize(8);
        assertThat(rota.take(any -> share(OPEN), later)).isEmpty();
        first.forEach(due -> rota.done(due.source(), new TurnEnd.Complete(0), means(OPEN), later));
        assertThat(rota.take(any -> share(OPEN), later))
                .extracting(Rota.Due::source)
                .hasSize(8)
                .doesNotContainAnyElementsOf(
                        first.stream().map(Rota.Due::source).toList());
    }

    @Test
    void firstTurnsAfterARestartAreSpreadAndTheLivelyComeFirst() {
        List<Source> many = sources(1_000);
        rota.meet(many, source -> NOW.minusSeconds(1_000 - ((Given) source).number()), any -> false, NOW);
        List<Rota.Due> first = rota.take(any -> share(OPEN), NOW);
        assertThat(first).extracting(Rota.Due::source).containsExactly(Given.mentions(1_000));
        assertThat(rota.take(any -> share(OPEN), NOW.plusMillis(120))).hasSize(2);
    }

    @Test
    void aThousandSourcesCostLittlePerLook() {
        List<Source> many = sources(1_000);
        meet(many, NOW);
        Instant now = NOW;
        long begun = System.nanoTime();
        for (int tick = 0; tick < 5_000; tick++) {
            now = now.plusMillis(200);
            Instant at = now;
            rota.take(any -> share(OPEN), at)
                    .forEach(due -> rota.done(due.source(), new TurnEnd.Complete(0), means(OPEN), at));
        }
        // a thousand seconds of a thousand sources; a hundredth of that is generous
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    private void endWith(TurnEnd end) {
        take(NOW);
        done(end, OPEN, NOW);
    }

    private void done(TurnEnd end, Quota quota, Instant now) {
        rota.done(acme, end, means(quota), now);
    }

    private boolean hurry(Source source, Quota quota, Instant now) {
        return rota.hurry(source.key(), any -> share(quota), now);
    }

    private List<Rota.Due> take(Instant now) {
        meet(List.of(acme), now);
        return rota.take(any -> share(OPEN), now);
    }

    private void meet(List<Source> sources, Instant now) {
        rota.meet(sources, any -> now, any -> false, now);
    }

    private static Rota.Means means(Quota quota) {
        return new Rota.Means(share(quota), 1);
    }

    private static Share share(Quota quota) {
        return new Share(Endpoint.MENTIONS, TokenKey.APP, quota);
    }

    private static List<Source> sources(int count) {
        return IntStream.rangeClosed(1, count).<Source>mapToObj(Given::mentions).toList();
    }
}
