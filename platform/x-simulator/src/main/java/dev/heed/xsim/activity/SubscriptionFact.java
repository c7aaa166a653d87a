package dev.heed.xsim.activity;

import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Minted;

/** What happens to subscriptions. */
sealed interface SubscriptionFact extends Fact {

    /** A subscription was made or changed. */
    record Subscribed(Subscription subscription) implements SubscriptionFact, Minted {
        @Override
        public long mintedId() {
            return subscription.id();
        }
    }

    record Unsubscribed(long subscription) implements SubscriptionFact {}
}
