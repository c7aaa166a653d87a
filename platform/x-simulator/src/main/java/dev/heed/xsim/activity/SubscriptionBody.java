package dev.heed.xsim.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.xsim.dialect.JsonText;
import dev.heed.xsim.id.UserId;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON of a request that makes or changes a subscription, read as strictly as X's document has it. */
sealed interface SubscriptionBody {

    record Legible(
            String eventType,
            @Nullable UserId user,
            @Nullable String keyword,
            @Nullable String direction,
            @Nullable String tag,
            @Nullable String webhook)
            implements SubscriptionBody {}

    record Wrong(String message) implements SubscriptionBody {}

    Set<String> CREATE = Set.of("event_type", "filter", "tag", "webhook_id");
    Set<String> UPDATE = Set.of("tag", "webhook_id");
    Set<String> FILTER = Set.of("user_id", "keyword", "direction");

    static SubscriptionBody create(String json) {
        @Nullable JsonNode body = JsonText.object(json).orElse(null);
        if (body == null) {
            return new Wrong("The request body is not a JSON object");
        }
        JsonNode filter = body.path("filter");
        Optional<String> stranger = stranger("$", body, CREATE).or(() -> stranger("$.filter", filter, FILTER));
        String type = body.path("event_type").asText("");
        String direction = filter.path("direction").asText("inbound");
        Optional<UserId> user = UserId.parse(filter.path("user_id").asText(""));
        if (stranger.isPresent()) {
            return new Wrong(stranger.get());
        }
        if (!EventType.isKnown(type)) {
            return new Wrong("$.event_type: does not have a value in the enumeration of event types");
        }
        if (!filter.isObject() || filter.has("user_id") == user.isEmpty() || filter.isEmpty()) {
            return new Wrong("$.filter: user_id or keyword is required");
        }
        if (!Set.of("inbound", "outbound").contains(direction)) {
            return new Wrong("$.filter.direction: does not have a value in the enumeration [inbound, outbound]");
        }
        return rest(
                body,
                new Legible(
                        type.equals("chat.conversation_join") ? "chat.conversation.join" : type,
                        user.orElse(null),
                        text(filter, "keyword"),
                        text(filter, "direction"),
                        null,
                        null));
    }

    static SubscriptionBody update(String json) {
        @Nullable JsonNode body = JsonText.object(json).orElse(null);
        if (body == null) {
            return new Wrong("The request body is not a JSON object");
        }
        return stranger("$", body, UPDATE)
                .<SubscriptionBody>map(Wrong::new)
                .orElseGet(() -> rest(body, new Legible("", null, null, null, null, null)));
    }

    private static SubscriptionBody rest(JsonNode body, Legible read) {
        @Nullable String tag = text(body, "tag");
        @Nullable String webhook = text(body, "webhook_id");
        if (tag != null && (tag.isEmpty() || tag.length() > 200)) {
            return new Wrong("$.tag: must be 1 to 200 characters long");
        }
        if (webhook != null && !webhook.matches("[0-9]{1,19}")) {
            return new Wrong("$.webhook_id: does not match the regex pattern ^[0-9]{1,19}$");
        }
        return new Legible(read.eventType, read.user, read.keyword, read.direction, tag, webhook);
    }

    private static Optional<String> stranger(String place, JsonNode object, Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                return Optional.of(place + "." + name
                        + ": is not defined in the schema and the schema does not allow additional properties");
            }
        }
        return Optional.empty();
    }

    private static @Nullable String text(JsonNode object, String name) {
        return object.has(name) ? object.path(name).asText() : null;
    }
}
