package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the alert for deafness stands on. */
@QuarkusTest
@Parts
class LagComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    MentionSources sources;

    @Inject
    MeterRegistry meters;

    @Inject
    Database database;

    @BeforeEach
    void begin() {
        database.sql("delete from account where id = '5301'");
    }

    @Test
    void anAccountThatWasNeverHeardLagsSinceItWasRegistered() {
        account("'active', now() - interval '1 hour', null, null");
        assertThat(lag()).hasValueSatisfying(lag -> assertThat(lag).isCloseTo(3_600, within(60.0)));
    }

    @Test
    void aPausedAccountDoesNotLagAndOneThatIsResumedDoesFromThenOn() {
        account("'active', now() - interval '3 hours', now() - interval '2 hours', null");
        assertThat(lag()).isPresent();
        database.sql("update account set status = 'paused' where id = '5301'");
        assertThat(lag()).isEmpty();
        database.sql(
                "update account set status = 'active', resumed_at = now() - interval '5 minutes' where id = '5301'");
        assertThat(lag()).hasValueSatisfying(lag -> assertThat(lag).isCloseTo(300, within(60.0)));
    }

    @Test
    void theLagGrowsWhileNobodyLooksAtTheSources() {
        account("'active', now() - interval '1 hour', now(), null");
        double first = lag().orElseThrow();
        await().atMost(PATIENCE).until(() -> read().orElseThrow() > first);
    }

    private void account(String rest) {
        database.sql("insert into account (id, handle, name, status, registered_at, last_polled_at, resumed_at)"
                + " values ('5301', 'deaf_one', 'Deaf', " + rest + ")");
    }

    private Optional<Double> lag() {
        sources.find().await().atMost(PATIENCE);
        return read();
    }

    private Optional<Double> read() {
        return Optional.ofNullable(meters.find("heed.ingestion.lag")
                        .tag("account", "deaf_one")
                        .gauge())
                .map(Gauge::value);
    }
}
