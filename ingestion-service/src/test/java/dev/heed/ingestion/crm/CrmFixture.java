package dev.heed.ingestion.crm;

import java.time.Duration;
import java.util.Optional;

/** Configurations for the tests of this room. */
final class CrmFixture {

    static final Duration TIMEOUT = Duration.ofMillis(300);
    static final Duration REST = Duration.ofMillis(600);

    private CrmFixture() {}

    static CrmConfig config(Optional<String> url) {
        return new CrmConfig() {
            @Override
            public Optional<String> url() {
                return url;
            }

            @Override
            public Optional<String> token() {
                return Optional.of("crm-secret");
            }

            @Override
            public Duration timeout() {
                return TIMEOUT;
            }

            @Override
            public Duration believed() {
                return Duration.ofMinutes(10);
            }

            @Override
            public int kept() {
                return 1_000;
            }

            @Override
            public Duration rest() {
                return REST;
            }
        };
    }
}
