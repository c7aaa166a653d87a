package dev.heed.ingestion.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.connection.ConnectionStatus;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.GapState;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.quota.ToldQuota;
import dev.heed.ingestion.rota.LastTurn;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.spending.Balance;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final AccountId ACME = new AccountId("4711");
    private static final Balance RICH = balance(null, 0, 0);

    @Test
    void whereNothingIsWrongNothingIsSaid() {
        assertThat(words(account(AccountStatus.ACTIVE, null, NOW.minusSeconds(5)), List.of(turn("complete", null, 2))))
                .isEmpty();
    }

    @Test
    void aNewAccountWasNeverHeard() {
        assertThat(words(account(AccountStatus.ACTIVE, null, null), List.of()))
                .containsExactly("Never heard to the end yet.");
    }

    @Test
    void lateIsMeasuredByThePaceItHas() {
        Account quiet = account(AccountStatus.ACTIVE, null, NOW.minusSeconds(500));
        assertThat(words(quiet, List.of(turn("complete", null, 300)))).isEmpty();
        assertThat(words(quiet, List.of(turn("complete", null, 60))))
                .containsExactly("Not heard to the end since 2026-11-21T11:51:40Z.");
    }

    @Test
    void whoCatchesUpAfterAPauseIsNotCalledLate() {
        Instant polled = NOW.minusSeconds(9_999);
        Account resumed = new Account(
                ACME, "acme", "Acme", AccountStatus.ACTIVE, null, null, "1", polled, NOW.minusSeconds(2), null);
        assertThat(resumed.isCatchingUp()).isTrue();
        assertThat(words(resumed, List.of())).isEmpty();
    }

    @Test
    void aPausedAccountIsOnlyPaused() {
        assertThat(words(
                        account(AccountStatus.PAUSED, null, NOW.minusSeconds(9_999)),
                        List.of(turn("broken", "reset", 2))))
                .singleElement()
                .asString()
                .startsWith("Paused");
    }

    @Test
    void aRefusalIsGivenInXsWords() {
        assertThat(words(account(AccountStatus.REFUSED, "credits depleted", NOW), List.of()))
                .containsExactly("X does not let us listen (credits depleted); it is asked again every minute.");
    }

    @Test
    void aTurnThatWentWrongSaysHowAndOneThatIsOverdueThatNobodyListens() {
        Account acme = account(AccountStatus.ACTIVE, null, NOW.minusSeconds(5));
        assertThat(words(acme, List.of(turn("broken", "no answer from X in time", 2))))
                .containsExactly(
                        "The last turn of mentions:4711 did not go well (broken, 2026-11-21T11:59:55Z): no answer from X in time");
        LastTurn overdue = new LastTurn(
                new SourceKey("messages:4711"),
                ACME,
                NOW.minusSeconds(600),
                "complete",
                null,
                null,
                NOW.minusSeconds(540),
                Duration.ofSeconds(60));
        assertThat(words(acme, List.of(overdue))).singleElement().asString().contains("no process listens");
    }

    @Test
    void moneyIsSpokenOfFromFourFifthsOnAndWhereItWillNotLast() {
        assertThat(money(balance(10_000_000L, 5_000_000, 100_000))).isEmpty();
        assertThat(money(balance(10_000_000L, 5_000_000, 900_000)))
                .containsExactly("As things go the budget of 2026-11 will not last: 5.00 of 10.00 dollars are spent,"
                        + " 13.55 are expected.");
        assertThat(money(balance(10_000_000L, 8_000_000, 0))).containsExactly("80% of the budget of 2026-11 is spent.");
        assertThat(money(balance(10_000_000L, 9_000_000, 0)))
                .singleElement()
                .asString()
                .contains("have stopped")
                .doesNotContain("gaps");
        assertThat(money(balance(10_000_000L, 9_700_000, 0)))
                .singleElement()
                .asString()
                .contains("gaps and what mentions answer wait");
        assertThat(money(balance(10_000_000L, 10_000_000, 0)))
                .singleElement()
                .asString()
                .startsWith("The budget of 2026-11 is spent");
    }

    @Test
    void aSpentLimitIsSpokenOfUntilItsReset() {
        Account acme = account(AccountStatus.ACTIVE, null, NOW);
        ToldQuota spent = new ToldQuota(Endpoint.MENTIONS, TokenKey.APP, 450, 0, NOW.plusSeconds(60), NOW);
        Facts facts = facts(acme, List.of(), List.of(spent), RICH, List.of(), Delivery.NONE, null);
        assertThat(new Words(facts, NOW).lines())
                .containsExactly("X's limit of mentions is spent until 2026-11-21T12:01:00Z.");
        assertThat(new Words(facts, NOW.plusSeconds(60)).lines()).noneMatch(line -> line.contains("limit"));
    }

    @Test
    void whatIsMissingIsToldUnlessItWasFilled() {
        Account acme = account(AccountStatus.ACTIVE, null, NOW);
        List<Gap> gaps = Stream.of(GapState.values()).map(WordsTest::gap).toList();
        assertThat(new Words(facts(acme, List.of(), List.of(), RICH, gaps, Delivery.NONE, null), NOW).lines())
                .hasSize(3)
                .first()
                .asString()
                .contains("is being looked for, 3 found so far, down to");
    }

    @Test
    void whatXNoLongerDeliversOrAllowsIsTold() {
        Account acme = account(AccountStatus.ACTIVE, null, NOW);
        Delivery off = new Delivery("off", "X takes our address for invalid", null);
        Connection revoked =
                new Connection(ACME, "acme", ConnectionStatus.REVOKED, List.of(), NOW, "its owner took the right back");
        assertThat(new Words(facts(acme, List.of(), List.of(), RICH, List.of(), off, revoked), NOW).lines())
                .containsExactly(
                        "X does not deliver by itself: X takes our address for invalid. Polling does the work.",
                        "The account's own connection has ended (revoked): its owner took the right back");
    }

    private static List<String> words(Account account, List<LastTurn> turns) {
        return new Words(facts(account, turns, List.of(), RICH, List.of(), Delivery.NONE, null), NOW).lines();
    }

    private static List<String> money(Balance balance) {
        Account acme = account(AccountStatus.ACTIVE, null, NOW);
        return new Words(facts(acme, List.of(), List.of(), balance, List.of(), Delivery.NONE, null), NOW).lines();
    }

    private static Facts facts(
            Account account,
            List<LastTurn> turns,
            List<ToldQuota> quotas,
            Balance balance,
            List<Gap> gaps,
            Delivery delivery,
            @Nullable Connection connection) {
        return new Facts(account, turns, quotas, balance, gaps, delivery, Optional.ofNullable(connection), List.of());
    }

    private static Account account(AccountStatus status, @Nullable String refusedWhy, @Nullable Instant polledAt) {
        return new Account(ACME, "acme", "Acme", status, refusedWhy, null, "1", polledAt, null, null);
    }

    private static LastTurn turn(String ended, @Nullable String detail, int every) {
        return new LastTurn(
                new SourceKey("mentions:4711"),
                ACME,
                NOW.minusSeconds(5),
                ended,
                detail,
                null,
                NOW.minusSeconds(5).plusSeconds(every),
                Duration.ofSeconds(every));
    }

    private static Balance balance(@Nullable Long budget, long spent, long perDay) {
        return new Balance(YearMonth.of(2026, 11), budget, spent, perDay);
    }

    private static Gap gap(GapState state) {
        return new Gap(
                new UUID(0, 1),
                ACME,
                "mentions:4711",
                1L << 40,
                1L << 50,
                1L << 45,
                state,
                3,
                "more came than X shows",
                NOW);
    }
}
