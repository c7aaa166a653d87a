package dev.heed.xsim.webhook;

import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Minted;
import java.time.Instant;

/** What happens to webhooks. */
sealed interface WebhookFact extends Fact {

    /** An address passed its first challenge. */
    record WebhookAdded(Webhook webhook) implements WebhookFact, Minted {
        @Override
        public long mintedId() {
            return webhook.id();
        }
    }

    /** A challenge changed or confirmed whether an address is valid. */
    record WebhookJudged(long webhook, boolean valid, Instant at) implements WebhookFact {}

    record WebhookRemoved(long webhook) implements WebhookFact {}
}
