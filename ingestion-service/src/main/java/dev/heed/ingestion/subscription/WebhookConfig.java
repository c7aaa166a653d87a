package dev.heed.ingestion.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What webhooks need. Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.ingestion.webhook")
public interface WebhookConfig {

    /** Public https address of {@code /webhooks/x}; without it nothing is registered, and polling does the work. */
    Optional<String> url();

    /** The consumer secret of the company's app on X, which signs deliveries to apps of OAuth 1. */
    Optional<String> consumerSecret();

    /** The OAuth 2 client secret of the company's app on X, which signs deliveries to apps of OAuth 2. */
    Optional<String> clientSecret();

    /** How often to look whether the registration is still as it should be. */
    @WithDefault("1h")
    Duration checkInterval();

    /** How often to look again where it is not. */
    @WithDefault("2m")
    Duration repairInterval();

    /** Whether X is to deliver at all. */
    default boolean isWanted() {
        return isSet(url()) && (isSet(consumerSecret()) || isSet(clientSecret()));
    }

    /** Says which half of what webhooks need is missing, where one is there; polling does the work meanwhile. */
    default Optional<String> halfSet() {
        if (isSet(url()) && !isWanted()) {
            return Optional.of(
                    "HEED_X_WEBHOOK_URL is set, and no secret to check deliveries with (HEED_X_CONSUMER_SECRET or HEED_X_CLIENT_SECRET)");
        }
        return isSet(consumerSecret()) && !isSet(url())
                ? Optional.of("HEED_X_CONSUMER_SECRET is set, and HEED_X_WEBHOOK_URL, where X would deliver, is not")
                : Optional.empty();
    }

    private static boolean isSet(Optional<String> value) {
        return value.filter(text -> !text.isBlank()).isPresent();
    }
}
