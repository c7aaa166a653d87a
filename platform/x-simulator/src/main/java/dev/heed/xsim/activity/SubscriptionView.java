package dev.heed.xsim.activity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.XTime;
import dev.heed.xsim.id.UserId;

/** A subscription as X shows it. */
final class SubscriptionView {

    private SubscriptionView() {}

    static ObjectNode show(Subscription subscription) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("subscription_id", Long.toString(subscription.id()));
        shown.put("event_type", subscription.eventType());
        shown.set("filter", filter(subscription));
        shown.put("created_at", XTime.text(subscription.createdAt()));
        shown.put("updated_at", XTime.text(subscription.updatedAt()));
        if (subscription.tag() != null) {
            shown.put("tag", subscription.tag());
        }
        if (subscription.webhook() != null) {
            shown.put("webhook_id", subscription.webhook().toString());
        }
        return shown;
    }

    static ObjectNode filter(Subscription subscription) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        UserId user = subscription.user();
        if (user != null) {
            filter.put("user_id", user.text());
        }
        if (subscription.keyword() != null) {
            filter.put("keyword", subscription.keyword());
        }
        if (subscription.direction() != null) {
            filter.put("direction", subscription.direction());
        }
        return filter;
    }
}
