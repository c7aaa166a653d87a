package dev.heed.ingestion.spending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.quota.Need;
import java.time.Instant;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    /** Ten days before the month ends. */
    private static final Instant THE_21ST = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, true, true, true",
        "899999, true, true, true",
        "900000, false, true, true",
        "969999, false, true, true",
        "970000, false, false, true",
        "999999, false, false, true",
        "1000000, false, false, false",
        "9999999, false, false, false"
    })
    void whatMayBeLeftStopsFirstAndMentionsLast(long spent, boolean may, boolean should, boolean must) {
        Balance balance = new Balance(NOVEMBER, 1_000_000L, spent, 0);
        assertThat(balance.allows(Need.MAY)).isEqualTo(may);
        assertThat(balance.allows(Need.SHOULD)).isEqualTo(should);
        assertThat(balance.allows(Need.MUST)).isEqualTo(must);
        assertThat(balance.allows(Need.DUTY)).isTrue();
    }

    @Test
    void withoutABudgetEverythingIsAllowedAndNothingStretched() {
        Balance balance = new Balance(NOVEMBER, null, 99_000_000, 5_000_000);
        assertThat(Need.values()).allMatch(balance::allows);
        assertThat(balance.stretch(THE_21ST)).isEqualTo(1);
        assertThat(balance.left()).isEmpty();
        assertThat(balance.isLow()).isFalse();
    }

    @Test
    void aBudgetOfNothingAllowsNothingButDuty() {
        Balance balance = new Balance(NOVEMBER, 0L, 0, 0);
        assertThat(Need.values()).filteredOn(balance::allows).containsExactly(Need.DUTY);
    }

    @Test
    void theForecastGoesOnAsInTheLastWeek() {
        Balance balance = Balance.of(NOVEMBER, null, new Ledger.Sum(4_000_000, 700_000, 7));
        assertThat(balance.forecast(THE_21ST)).isEqualTo(4_000_000 + 10 * 100_000);
    }

    @Test
    void ofAYoungLedgerOnlyItsDaysCount() {
        assertThat(Balance.of(NOVEMBER, null, new Ledger.Sum(200_000, 200_000, 2))
                        .perDay())
                .isEqualTo(100_000);
    }

    @Test
    void pausesAreStretchedByAsMuchAsMoneyIsShort() {
        assertThat(new Balance(NOVEMBER, 1_500_000L, 1_000_000, 100_000).stretch(THE_21ST))
                .isEqualTo(2);
        assertThat(new Balance(NOVEMBER, 9_500_000L, 1_000_000, 100_000).stretch(THE_21ST))
                .isEqualTo(1);
    }

    @Test
    void inANewMonthNothingIsSpent() {
        Balance december = new Balance(NOVEMBER, 1_000_000L, 1_000_000, 100_000).in(YearMonth.of(2026, 12));
        assertThat(december.spent()).isZero();
        assertThat(december.allows(Need.MAY)).isTrue();
    }

    @Test
    void peopleAreWarnedAtFourFifths() {
        assertThat(new Balance(NOVEMBER, 1_000_000L, 799_999, 0).isLow()).isFalse();
        assertThat(new Balance(NOVEMBER, 1_000_000L, 800_000, 0).isLow()).isTrue();
    }

    @Property
    void whatIsMoreNeededIsAllowedLonger(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long budget,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long spent) {
        Balance balance = new Balance(NOVEMBER, budget, spent, 1);
        assertThat(balance.allows(Need.MAY)).isIn(balance.allows(Need.SHOULD), false);
        assertThat(balance.allows(Need.SHOULD)).isIn(balance.allows(Need.MUST), false);
        assertThat(balance.stretch(THE_21ST)).isBetween(1.0, 30.0);
        assertThat(balance.left().orElseThrow()).isNotNegative();
    }
}
