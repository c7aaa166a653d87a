package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads messages as X delivers them by itself: {@code direct_message_events} beside a map of {@code users}, as in X's published
 * examples, which follow Account Activity; or one as {@code dm_events} shows it. Never throws.
 */
final class DeliveredMessages {

    private static final String EVENTS = "direct_message_events";
    private static final Set<String> TYPES = Set.of("photo", "video", "animated_gif");

    private DeliveredMessages() {}

    /** Empty where there is no message in it that can be read. */
    static Optional<XActivity.What.Messaged> read(JsonNode payload, JsonNode includes) {
        return payload.has(EVENTS) ? events(payload) : shown(payload, includes);
    }

    private static Optional<XActivity.What.Messaged> shown(JsonNode payload, JsonNode includes) {
        JsonNode body = JsonNodeFactory.instance.objectNode().set("includes", includes);
        return MessageShapes.read(payload, Includes.of(body))
                .map(message -> new XActivity.What.Messaged(List.of(message), 0));
    }

    private static Optional<XActivity.What.Messaged> events(JsonNode payload) {
        Map<String, XUser> users = users(payload.path("users"));
        List<XMessage> messages = new ArrayList<>();
        int unread = 0;
        for (JsonNode event : payload.path(EVENTS)) {
            Optional<XMessage> message = event(event, users);
            message.ifPresent(messages::add);
            unread += message.isPresent() ? 0 : 1;
        }
        return messages.isEmpty() ? Optional.empty() : Optional.of(new XActivity.What.Messaged(messages, unread));
    }

    private static Optional<XMessage> event(JsonNode event, Map<String, XUser> users) {
        JsonNode create = event.path("message_create");
        JsonNode said = create.path("message_data");
        String id = MessageShapes.text(event, "id", "");
        String sender = MessageShapes.text(create, "sender_id", "");
        if (!Shapes.isId(id) || !Shapes.isId(sender)) {
            return Optional.empty();
        }
        JsonNode words = said.path("text");
        return Optional.of(new XMessage(
                id,
                null,
                sender,
                users.get(sender),
                words.isTextual() ? Wording.of(words.asText(), List.of(said.path("entities"))) : null,
                at(event, id),
                said.has("attachment") ? 1 : 0,
                media(said.path("attachment").path("media"))));
    }

    /** By id, each within {@code data}, or bare with a {@code screen_name}, as Account Activity has it. */
    private static Map<String, XUser> users(JsonNode people) {
        Map<String, XUser> users = new HashMap<>();
        people.forEach(person -> UserShapes.read(person.has("data") ? person.path("data") : person)
                .or(() -> older(person))
                .ifPresent(user -> users.put(user.id(), user)));
        return users;
    }

    private static Optional<XUser> older(JsonNode person) {
        String id = MessageShapes.text(person, "id", "");
        String handle = MessageShapes.text(person, "screen_name", "");
        return Shapes.isId(id) && !handle.isEmpty()
                ? Optional.of(new XUser(id, handle, MessageShapes.text(person, "name", handle)))
                : Optional.empty();
    }

    private static List<XMedia> media(JsonNode media) {
        String type = MessageShapes.text(media, "type", "");
        if (!TYPES.contains(type)) {
            return List.of();
        }
        String url = MessageShapes.text(media, "media_url_https", "");
        String altText = MessageShapes.text(media, "ext_alt_text", "");
        return List.of(new XMedia(type, isOpen(url) ? url : null, altText.isEmpty() ? null : altText));
    }

    /** What was sent in private X mostly serves to the two of them only, from hosts of this kind. */
    private static boolean isOpen(String text) {
        try {
            URI address = new URI(text);
            String host = address.getHost();
            return "https".equals(address.getScheme()) && host != null && !host.startsWith("ton.");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Instant at(JsonNode event, String id) {
        String millis = MessageShapes.text(event, "created_timestamp", "");
        Optional<Instant> told = Optional.of(millis)
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                .filter(Times::isPlausible);
        return Times.sent(told, id);
    }
}
