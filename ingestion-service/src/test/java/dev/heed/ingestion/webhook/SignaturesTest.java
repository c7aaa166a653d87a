package dev.heed.ingestion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.subscription.WebhookConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String BY_CONSUMER = new Signature("consumer").of(BODY);
    private static final String BY_CLIENT = new Signature("client").of(BODY);

    private record Config(
            Optional<String> url,
            Optional<String> consumerSecret,
            Optional<String> clientSecret,
            Duration checkInterval,
            Duration repairInterval)
            implements WebhookConfig {}

    @Test
    void eachSecretVouchesForItsOwnHeaderOnly() {
        Signatures both = of("https://a", "consumer", "client");
        assertThat(both.isRight(BODY, BY_CONSUMER, null)).isTrue();
        assertThat(both.isRight(BODY, null, BY_CLIENT)).isTrue();
        assertThat(both.isRight(BODY, "sha256=", BY_CLIENT)).isTrue();
        assertThat(both.isRight(BODY, BY_CLIENT, BY_CONSUMER)).isFalse();
        assertThat(both.isRight(BODY, null, null)).isFalse();
        assertThat(of("https://a", "consumer", "").isRight(BODY, null, BY_CLIENT))
                .isFalse();
        assertThat(of("https://a", "", "client").isRight(BODY, BY_CLIENT, null)).isFalse();
    }

    @Test
    void aChallengeIsSignedWithTheConsumerSecretElseWithTheClientSecret() {
        assertThat(of("https://a", "consumer", "client").answer("{}")).isEqualTo(BY_CONSUMER);
        assertThat(of("https://a", "", "client").answer("{}")).isEqualTo(BY_CLIENT);
    }

    @Test
    void withoutAnAddressOfOursTheClientSecretAloneSignsNothing() {
        assertThat(of("", "", "client").areKnown()).isFalse();
        assertThat(of("", "consumer", "client").areKnown()).isTrue();
        assertThat(of("https://a", "", " ").areKnown()).isFalse();
    }

    private static Signatures of(String url, String consumer, String client) {
        return new Signatures(
                new Config(Optional.of(url), Optional.of(consumer), Optional.of(client), Duration.ZERO, Duration.ZERO));
    }
}
