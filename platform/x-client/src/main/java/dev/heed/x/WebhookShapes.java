package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what X says of webhooks and subscriptions, in either dialect. Never throws. */
final class WebhookShapes {

    private WebhookShapes() {}

    static Optional<List<XWebhook>> webhooks(JsonNode body) {
        JsonNode data = body.path("data");
        if (!data.isArray() && !isNone(body)) {
            return Optional.empty();
        }
        List<XWebhook> webhooks = new ArrayList<>();
        data.forEach(item -> read(item).ifPresent(webhooks::add));
        return Optional.of(List.copyOf(webhooks));
    }

    /** The older document has no {@code data} around it. */
    static Optional<XWebhook> webhook(JsonNode body) {
        return read(body.has("data") ? body.path("data") : body);
    }

    /** The older document says {@code attempted}, which does not tell how it went. */
    static Optional<Boolean> validated(JsonNode body) {
        JsonNode data = body.path("data");
        JsonNode said = data.has("valid") ? data.path("valid") : data.path("attempted");
        return said.isBoolean() ? Optional.of(said.asBoolean()) : Optional.empty();
    }

    static Optional<XSubscriptionPage> subscriptions(JsonNode body) {
        JsonNode data = body.path("data");
        if (!data.isArray() && !isNone(body)) {
            return Optional.empty();
        }
        List<XSubscription> subscriptions = new ArrayList<>();
        data.forEach(item -> subscription(item).ifPresent(subscriptions::add));
        String next = Shapes.text(body.path("meta"), "next_token", "");
        return Optional.of(new XSubscriptionPage(subscriptions, next.isEmpty() ? null : next));
    }

    static Optional<String> subscribed(JsonNode body) {
        JsonNode data = body.path("data");
        JsonNode item = data.has("subscription") ? data.path("subscription") : data.isArray() ? data.path(0) : data;
        return subscription(item).map(XSubscription::id);
    }

    /** X answers an empty object, or its meta alone, where there are none. */
    private static boolean isNone(JsonNode body) {
        return body.isObject() && (body.isEmpty() || Shapes.isEmptyList(body));
    }

    private static Optional<XWebhook> read(JsonNode item) {
        String id = item.path("id").asText("");
        return Shapes.isId(id)
                ? Optional.of(new XWebhook(
                        id, item.path("url").asText(""), item.path("valid").asBoolean(false)))
                : Optional.empty();
    }

    private static Optional<XSubscription> subscription(JsonNode item) {
        String id = item.path("subscription_id").asText(item.path("id").asText(""));
        if (!Shapes.isId(id)) {
            return Optional.empty();
        }
        String webhook = item.path("webhook_id").asText("");
        return Optional.of(new XSubscription(
                id,
                item.path("event_type").asText(""),
                item.path("filter").path("user_id").asText(""),
                webhook.isEmpty() ? null : webhook));
    }
}
