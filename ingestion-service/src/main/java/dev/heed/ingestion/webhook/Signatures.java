package dev.heed.ingestion.webhook;

import dev.heed.ingestion.subscription.WebhookConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What X may sign with: the app's consumer secret (OAuth 1) or its client secret (OAuth 2), each told in a header of its own.
 * A delivery is X's if either is right; what one secret signed is never taken for the other's.
 *
 * <p>Without an address of ours the client secret signs nothing: then X has no reason to ask.
 */
@ApplicationScoped
class Signatures {

    static final String BY_CONSUMER_SECRET = "x-twitter-webhooks-signature";
    static final String BY_CLIENT_SECRET = "x-twitter-webhooks-signature-oauth2";

    private final Optional<Signature> consumer;
    private final Optional<Signature> client;

    Signatures(WebhookConfig config) {
        this.consumer = signature(config.consumerSecret());
        this.client = signature(config.clientSecret()).filter(known -> consumer.isPresent() || config.isWanted());
    }

    /** Whether there is a secret to tell by whether X signed something. */
    boolean areKnown() {
        return consumer.isPresent() || client.isPresent();
    }

    /** What X expects in answer to its challenge; under the client secret where there is no consumer secret. */
    String answer(String crcToken) {
        return consumer.or(() -> client).orElseThrow().of(crcToken.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Whether X signed these bytes.
     *
     * @param byConsumer, byClient what the headers say; null where there is none
     */
    boolean isRight(byte[] body, @Nullable String byConsumer, @Nullable String byClient) {
        return isRight(consumer, body, byConsumer) || isRight(client, body, byClient);
    }

    private static boolean isRight(Optional<Signature> secret, byte[] body, @Nullable String signed) {
        return signed != null && secret.isPresent() && secret.get().isRight(body, signed);
    }

    private static Optional<Signature> signature(Optional<String> secret) {
        return secret.filter(text -> !text.isBlank()).map(Signature::new);
    }
}
