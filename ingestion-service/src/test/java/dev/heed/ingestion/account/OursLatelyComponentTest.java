package dev.heed.ingestion.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose posts are no mentions may be told from memory, but never from an old one. */
@QuarkusTest
@Parts
class OursLatelyComponentTest {

    private static final Duration LONG = Duration.ofSeconds(5);

    @Inject
    Accounts accounts;

    @Inject
    AccountFixture fixture;

    @Inject
    Database database;

    @Test
    void oneThatIsNewIsAmongOursForItsOwnPagesAtOnceAndForAllWithinASecond() {
        Account acme = fixture.registered("lately");
        assertThat(lately(acme)).contains(acme.id());

        Account other = fixture.registered("lately");
        assertThat(lately(other)).contains(acme.id(), other.id());

        Account third = fixture.registered("lately");
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(lately(acme)).contains(third.id()));
    }

    @Test
    void oneThatHasAnotherHandleNowIsLookedForAnew() {
        Account acme = fixture.registered("lately");
        lately(acme);
        database.sql("update account set handle = 'renamed_%s' where id = '%s'"
                .formatted(acme.id().value(), acme.id().value()));
        Account renamed = accounts.ours().await().atMost(LONG).stream()
                .filter(one -> one.id().equals(acme.id()))
                .findFirst()
                .orElseThrow();

        assertThat(accounts.oursLately(renamed).await().atMost(LONG)).contains(renamed);
    }

    private List<AccountId> lately(Account hearer) {
        return accounts.oursLately(hearer).await().atMost(LONG).stream()
                .map(Account::id)
                .toList();
    }
}
