package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads direct messages in either dialect, as tolerantly as {@link Shapes} reads posts. Never throws. */
final class MessageShapes {

    private static final Pattern CONVERSATION = Pattern.compile("[0-9]{1,19}(-[0-9]{1,19})?");

    private MessageShapes() {}

    static Optional<XMessagePage> page(JsonNode body) {
        JsonNode data = body.path("data");
        boolean empty = data.isMissingNode() && (body.has("meta") || (body.isObject() && !body.has("errors")));
        if (!data.isArray() && !empty) {
            return Optional.empty();
        }
        Includes beside = Includes.of(body);
        List<XMessage> messages = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode item : data) {
            read(item, beside)
                    .ifPresentOrElse(
                            messages::add, () -> unreadable.add(Shapes.named(item, "(a message without an id)")));
        }
        String next = text(body.path("meta"), "next_token", "");
        return Optional.of(new XMessagePage(messages, next.isEmpty() ? null : next, unreadable));
    }

    static Optional<XMessage> read(JsonNode item, Includes beside) {
        String id = text(item, "id", "");
        String sender = text(item, "sender_id", "");
        if (!Shapes.isId(id) || !Shapes.isId(sender)) {
            return Optional.empty();
        }
        String conversation = text(item, "dm_conversation_id", "");
        JsonNode said = item.path("text");
        return Optional.of(new XMessage(
                id,
                CONVERSATION.matcher(conversation).matches() ? conversation : null,
                sender,
                beside.users().get(sender),
                said.isTextual() ? said.asText() : null,
                Times.sent(text(item, "created_at", ""), id),
                item.path("attachments").path("media_keys").size(),
                beside.attached(item)));
    }

    static String text(JsonNode item, String field, String otherwise) {
        JsonNode value = item.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : otherwise;
    }
}
