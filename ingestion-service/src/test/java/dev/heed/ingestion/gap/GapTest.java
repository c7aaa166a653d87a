package dev.heed.ingestion.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import dev.heed.messaging.UuidV7;
import dev.heed.testing.Contracts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final Instant NOW = Instant.parse("2026-11-10T10:00:00Z");

    @Test
    void aGapOfLatelyIsSearchedFromItsBegin() {
        Gap gap = gap(Duration.ofDays(2), Duration.ofDays(1));
        assertThat(gap.searchableFrom(NOW)).isEqualTo(gap.from());
        assertThat(gap.closed(gap.from()).state()).isEqualTo(GapState.FILLED);
    }

    @Test
    void aGapThatIsOlderThanAWeekAtOneEndIsFilledPartly() {
        Gap gap = gap(Duration.ofDays(9), Duration.ofDays(1));
        long since = gap.searchableFrom(NOW);
        assertThat(Snowflake.time(since)).isAfter(NOW.minus(Duration.ofDays(7)));
        Gap closed = gap.down(since + 1).closed(since);
        assertThat(closed.state()).isEqualTo(GapState.PARTLY);
        assertThat(closed.lostUntil()).isEqualTo(Snowflake.time(since));
    }

    @Test
    void aGapThatIsOlderThanAWeekIsUnfillable() {
        Gap gap = gap(Duration.ofDays(9), Duration.ofDays(8));
        assertThat(gap.isSearchable(NOW)).isFalse();
        assertThat(gap.closed(gap.reached()).state()).isEqualTo(GapState.UNFILLABLE);
        assertThat(gap.closed(gap.reached()).lostUntil()).isEqualTo(gap.ends());
    }

    @Test
    void aGapThatAgedWhileItWasFilledIsLostFromWhereItWasLeft() {
        Gap left = gap(Duration.ofDays(9), Duration.ofDays(5)).down(Snowflake.at(NOW.minus(Duration.ofDays(6))));
        Instant later = NOW.plus(Duration.ofDays(2));
        assertThat(left.isSearchable(later)).isFalse();
        Gap closed = left.closed(left.reached());
        assertThat(closed.state()).isEqualTo(GapState.PARTLY);
        assertThat(closed.lostUntil()).isEqualTo(NOW.minus(Duration.ofDays(6)));
    }

    @Test
    void theFindingKeepsTheContractAndSaysInWordsWhatIsLost() {
        Gap gap = gap(Duration.ofDays(9), Duration.ofDays(8));
        Account acme = new Account(new AccountId("1"), "acme", "Acme", AccountStatus.ACTIVE, null, null);
        Event event = FindingRaisedV1.event(gap.closed(gap.reached()), acme, NOW);
        String envelope = EnvelopeCodec.encode(event, UuidV7.next(), "/heed/ingestion", NOW, Trace.continueFrom(null));
        assertThat(Contracts.violations(event.type(), envelope)).isEmpty();
        assertThat(envelope).contains("@acme between 2026-11-01 10:00 and 2026-11-02 10:00 UTC");
    }

    private static Gap gap(Duration began, Duration ended) {
        long to = Snowflake.at(NOW.minus(ended));
        return new Gap(
                UuidV7.next(),
                new AccountId("1"),
                "mentions:1",
                Snowflake.at(NOW.minus(began)),
                to,
                to,
                GapState.OPEN,
                0,
                "More was said than X shows",
                NOW);
    }
}
