package dev.heed.ingestion.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.AccountId;
import dev.heed.x.RateLimit;
import dev.heed.x.RateLimit.Layer;
import dev.heed.x.RateLimit.Span;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant RESET = NOW.plusSeconds(900);
    private static final AccountId ACME = new AccountId("1");
    private static final Ask MENTIONS = new Ask(Endpoint.MENTIONS, ACME, TokenKey.APP);

    private final Gate gate = new Gate();

    @Test
    void beforeAnythingIsKnownOneCallFindsOut() {
        Pass.Granted first = granted(MENTIONS, NOW);
        assertThat(gate.admit(MENTIONS, NOW)).isInstanceOf(Pass.Busy.class);
        gate.settle(first, told(450, 449), NOW);
        assertThat(gate.admit(MENTIONS, NOW)).isInstanceOf(Pass.Granted.class);
        assertThat(gate.admit(MENTIONS, NOW)).isInstanceOf(Pass.Granted.class);
    }

    @Test
    void callsUnderWayCountAgainstWhatIsLeft() {
        learn(told(450, 16));
        granted(MENTIONS, NOW);
        granted(MENTIONS, NOW);
        assertThat(gate.of(Endpoint.MENTIONS, TokenKey.APP, NOW).left()).isEqualTo(14);
        granted(MENTIONS, NOW);
        assertThat(gate.admit(MENTIONS, NOW)).isInstanceOf(Pass.Busy.class);
    }

    @Test
    void theLastOnesGoOneByOneSinceOthersUseTheTokenToo() {
        learn(told(450, 7));
        granted(MENTIONS, NOW);
        assertThat(gate.admit(MENTIONS, NOW)).isInstanceOf(Pass.Busy.class);
    }

    @Test
    void aSpentWindowIsShutUntilItsResetAndASecondMoreSinceXCutsSeconds() {
        learn(told(450, 0));
        assertThat(gate.admit(MENTIONS, NOW)).isEqualTo(new Pass.Spent(RESET.plusSeconds(1)));
        assertThat(gate.admit(MENTIONS, RESET.plusSeconds(1))).isInstanceOf(Pass.Granted.class);
    }

    @Test
    void ofSeveralLayersTheSpentOneDecides() {
        List<Layer> layers = List.of(
                new Layer(Span.QUARTER_HOUR, 15, 14, RESET), new Layer(Span.USER_DAY, 100, 0, NOW.plusSeconds(40_000)));
        learn(new XAnswer.Given<>("", new RateLimit(100, 0, NOW.plusSeconds(40_000), layers)));
        assertThat(gate.admit(MENTIONS, RESET.plusSeconds(5))).isEqualTo(new Pass.Spent(NOW.plusSeconds(40_001)));
    }

    @Test
    void theAppsDayShutsAllItsTokens() {
        List<Layer> layers = List.of(
                new Layer(Span.QUARTER_HOUR, 300, 299, RESET),
                new Layer(Span.APP_DAY, 1_000, 0, NOW.plusSeconds(40_000)));
        learn(new XAnswer.Given<>("", new RateLimit(1_000, 0, NOW.plusSeconds(40_000), layers)));
        assertThat(gate.admit(new Ask(Endpoint.MENTIONS, ACME, TokenKey.of(ACME)), NOW))
                .isEqualTo(new Pass.Spent(NOW.plusSeconds(40_001)));
    }

    @Test
    void tokensAndEndpointsHaveLimitsOfTheirOwn() {
        learn(told(450, 0));
        assertThat(gate.admit(new Ask(Endpoint.MENTIONS, ACME, TokenKey.of(ACME)), NOW))
                .isInstanceOf(Pass.Granted.class);
        assertThat(gate.admit(new Ask(Endpoint.SEARCH, ACME, TokenKey.APP), NOW))
                .isInstanceOf(Pass.Granted.class);
    }

    @Test
    void fiftySourcesMeetOneRefusal() {
        List<Pass.Granted> under = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            if (gate.admit(MENTIONS, NOW) instanceof Pass.Granted pass) {
                under.add(pass);
            }
        }
        assertThat(under).hasSize(1);
        gate.settle(under.getFirst(), new XAnswer.Limited<>(RESET, "Too Many Requests"), NOW);
        for (int second = 0; second < 900; second++) {
            assertThat(gate.admit(MENTIONS, NOW.plusSeconds(second))).isInstanceOf(Pass.Spent.class);
        }
        granted(MENTIONS, RESET.plusSeconds(1));
    }

    @Test
    void aRefusalThatNamesNoTimeWaitsForTheResetThatIsKnownIfLittleIsLeft() {
        learn(told(450, 2));
        gate.settle(granted(MENTIONS, NOW), new XAnswer.Limited<>(NOW.plusSeconds(60), "Too Many Requests"), NOW);
        assertThat(gate.admit(MENTIONS, NOW)).isEqualTo(new Pass.Spent(RESET.plusSeconds(1)));
    }

    @Test
    void refusalsOneAfterAnotherDoubleThePause() {
        Instant now = NOW;
        for (int seconds : new int[] {61, 61, 120, 240, 480, 900, 900}) {
            gate.settle(granted(MENTIONS, now), new XAnswer.Limited<>(now.plusSeconds(60), "Too Many Requests"), now);
            assertThat(gate.admit(MENTIONS, now)).isEqualTo(new Pass.Spent(now.plusSeconds(seconds)));
            now = now.plusSeconds(seconds);
        }
        gate.settle(
                granted(MENTIONS, now), new XAnswer.Given<>("", new RateLimit(450, 449, now.plusSeconds(900))), now);
        gate.settle(granted(MENTIONS, now), new XAnswer.Limited<>(now.plusSeconds(60), "Too Many Requests"), now);
        assertThat(gate.admit(MENTIONS, now)).isEqualTo(new Pass.Spent(now.plusSeconds(61)));
    }

    @Test
    void callsThatEndedWithoutAWordCountAsUsedUntilALaterOneTells() {
        learn(told(450, 20));
        gate.settle(granted(MENTIONS, NOW), new XAnswer.Unclear<>("reset"), NOW);
        gate.settle(granted(MENTIONS, NOW), new XAnswer.Refused<>(Refusal.FORBIDDEN, 403, "no"), NOW);
        assertThat(gate.of(Endpoint.MENTIONS, TokenKey.APP, NOW).left()).isEqualTo(18);
        learn(told(450, 19));
        assertThat(gate.of(Endpoint.MENTIONS, TokenKey.APP, NOW).left()).isEqualTo(19);
    }

    @Test
    void anAnswerOfAnEarlierCallDoesNotRaiseWhatIsLeft() {
        learn(told(450, 100));
        Pass.Granted early = granted(MENTIONS, NOW);
        Pass.Granted late = granted(MENTIONS, NOW);
        gate.settle(late, told(450, 98), NOW);
        gate.settle(early, told(450, 99), NOW);
        assertThat(gate.of(Endpoint.MENTIONS, TokenKey.APP, NOW).left()).isEqualTo(98);
    }

    @Test
    void whereXTellsNothingItsPublishedLimitIsBelieved() {
        int calls = 0;
        while (gate.admit(MENTIONS, NOW) instanceof Pass.Granted pass) {
            gate.settle(pass, new XAnswer.Given<>("", RateLimit.UNKNOWN), NOW);
            calls++;
        }
        assertThat(calls).isEqualTo(450);
        assertThat(gate.admit(MENTIONS, NOW.plus(Duration.ofMinutes(15)))).isInstanceOf(Pass.Granted.class);
    }

    @Test
    void aWindowThatXShortenedEndsWhenItSays() {
        learn(told(450, 30));
        learn(new XAnswer.Given<>("", new RateLimit(450, 0, NOW.plusSeconds(60))));
        assertThat(gate.admit(MENTIONS, NOW.plusSeconds(59))).isEqualTo(new Pass.Spent(NOW.plusSeconds(61)));
        granted(MENTIONS, NOW.plusSeconds(61));
    }

    @Test
    void whatIsOpenIsOpenAlsoToWhoLookedAtTheClockAMomentEarlier() {
        learn(told(450, 100));
        assertThat(gate.of(Endpoint.MENTIONS, TokenKey.APP, NOW).isOpen(NOW.minusMillis(5)))
                .isTrue();
    }

    @Test
    void anAbsurdResetDoesNotShutForEver() {
        learn(new XAnswer.Given<>("", new RateLimit(450, 0, NOW.plus(Duration.ofDays(9_999)))));
        granted(MENTIONS, NOW.plus(Duration.ofHours(25)));
    }

    private void learn(XAnswer<?> answer) {
        gate.settle(granted(MENTIONS, NOW), answer, NOW);
    }

    private Pass.Granted granted(Ask ask, Instant at) {
        Pass pass = gate.admit(ask, at);
        assertThat(pass).isInstanceOf(Pass.Granted.class);
        return (Pass.Granted) pass;
    }

    private static XAnswer<?> told(int limit, int remaining) {
        return new XAnswer.Given<>("", new RateLimit(limit, remaining, RESET));
    }
}
