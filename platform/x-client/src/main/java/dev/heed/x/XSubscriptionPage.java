package dev.heed.x;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the app's subscriptions.
 *
 * @param nextToken opaque, leads to the others; absent on the last page
 */
public record XSubscriptionPage(
        List<XSubscription> subscriptions, @Nullable String nextToken) {

    public XSubscriptionPage {
        subscriptions = List.copyOf(subscriptions);
    }
}
