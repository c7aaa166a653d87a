package dev.heed.ingestion.rota;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the start says which setting it is. */
class SettingsTest {

    @Test
    void aLeaseOutlastsTheLongestCall() {
        Duration timeout = Duration.ofSeconds(10);

        assertThatNoException().isThrownBy(() -> KeepListening.check(timeout.plusMillis(1), timeout));
        assertThatThrownBy(() -> KeepListening.check(timeout, timeout))
                .hasMessageContainingAll("HEED_INGESTION_LEASE", "HEED_X_TIMEOUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22-6", "late", "22:00", "22:00-25:00"})
    void aNightThatCannotBeReadIsNamed(String hours) {
        assertThatThrownBy(() -> Night.of(Optional.of(hours), ZoneId.of("UTC")))
                .hasMessageContainingAll("HEED_INGESTION_NIGHT", hours);
    }
}
