package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.rota.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which gaps have their turns. */
@QuarkusTest
@Parts
class GapSourcesComponentTest {

    @Inject
    Gaps gaps;

    @Inject
    Accounts accounts;

    @Inject
    FillGap filling;

    @Inject
    AccountFixture fixture;

    @Inject
    Database database;

    private Account acme;
    private Account other;

    @BeforeEach
    void twoAccounts() {
        acme = fixture.registered("acme");
        other = fixture.registered("other");
    }

    @AfterEach
    void close() {
        database.sql("delete from gap where account_id in ('%s', '%s')".formatted(acme.id(), other.id()));
    }

    @Test
    void olderGapsOfAPausedAccountKeepNobodyWaiting() {
        open(other, 1, 60);
        open(acme, 1_000, 1);
        database.sql("update account set status = 'paused' where id = '" + other.id() + "'");
        assertThat(turns()).containsOnlyOnce(acme.id()).doesNotContain(other.id());
    }

    @Test
    void olderGapsOfAnAccountThatFillsSlowlyKeepNobodyElseWaiting() {
        open(other, 1, 60);
        open(acme, 1_000, 1);
        assertThat(turns()).containsOnlyOnce(acme.id()).contains(other.id());
    }

    @Test
    void ofManyGapsTheOldestHaveTheirTurns() {
        open(acme, 1, 9);
        assertThat(turns().stream().filter(acme.id()::equals)).hasSize(5);
        database.sql("update gap set state = 'filled' where to_id <= 5 and account_id = '" + acme.id() + "'");
        assertThat(turns().stream().filter(acme.id()::equals)).hasSize(4);
    }

    private void open(Account account, int from, int count) {
        database.sql("""
                insert into gap (id, account_id, source, from_id, to_id, reached, state, why, opened_at)
                select gen_random_uuid(), '%s', 'mentions:1', n - 1, n, n, 'open', 'a test', now()
                from generate_series(%d, %d) n
                """.formatted(account.id(), from, from + count - 1));
    }

    /** Whose gaps have turns, as a process finds them that has just begun. */
    private List<AccountId> turns() {
        return new GapSources(gaps, accounts, filling, new SimpleMeterRegistry(), Clock.systemUTC())
                .find().await().atMost(Duration.ofSeconds(20)).stream()
                        .map(Source::account)
                        .toList();
    }
}
