package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads direct messages in either dialect, as tolerantly as {@link Shapes} reads posts. Never throws. */
final class MessageShapes {

    private static final Pattern CONVERSATION = Pattern.compile("[0-9]{1,19}(-[0-9]{1,19})?");
    private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;

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
                            messages::add, () -> unreadable.add(text(item, "id", "(a message without an id)")));
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
                at(item, id),
                item.path("attachments").path("media_keys").size(),
                beside.attached(item)));
    }

    private static Instant at(JsonNode item, String id) {
        return Times.read(text(item, "created_at", "")).orElseGet(() -> minted(id));
    }

    /** When X gave this id. */
    static Instant minted(String id) {
        return Instant.ofEpochMilli((number(id) >>> 22) + SNOWFLAKE_EPOCH);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException beyondALong) {
            return 0;
        }
    }

    static String text(JsonNode item, String field, String otherwise) {
        JsonNode value = item.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : otherwise;
    }
}
