package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook's delivery tells (X Activity), in either dialect.
 *
 * @param uuid of the event: the same however often it is delivered; empty where X left it out
 * @param type as {@code post.mention.create}; empty where X left it out
 * @param userId the user whose activity is subscribed to; absent where X left it out
 */
public record XActivity(String uuid, String type, @Nullable String userId, What what) {

    /** What happened. */
    public sealed interface What {

        /** A post came to be, or a further version of one. */
        record Posted(XPost post) implements What {}

        record Deleted(String postId, @Nullable String authorId) implements What {}

        /**
         * @param messages one, as far as is known, though X writes a list
         * @param unread how many more there are that cannot be read
         */
        record Messaged(List<XMessage> messages, int unread) implements What {}

        /** Of a kind that is not read. */
        record Other() implements What {}

        /** @param why in words, nothing of what was sent */
        record Unreadable(String why) implements What {}
    }

    private static final int LONGEST_WORD = 100;

    /** Reads a delivery. Never throws, whatever was sent. */
    public static XActivity read(String body) {
        JsonNode data = Answers.parse(body).path("data");
        String uuid = word(data, "event_uuid");
        String type = word(data, "event_type");
        String user = word(data.path("filter"), "user_id");
        return new XActivity(uuid, type, Shapes.isId(user) ? user : null, what(data, type));
    }

    private static What what(JsonNode data, String type) {
        if (!data.isObject()) {
            return new What.Unreadable("it is not a JSON object with data");
        }
        JsonNode payload = data.path("payload");
        return switch (type) {
            case "" -> new What.Unreadable("it has no event_type");
            case "post.create", "post.mention.create", "post.reply.create", "post.quote.create" ->
                post(payload, data.path("includes"))
                        .<What>map(What.Posted::new)
                        .orElseGet(() -> new What.Unreadable("its post has no id or no author"));
            case "post.delete" ->
                deleted(payload).orElseGet(() -> new What.Unreadable("it does not tell which post was deleted"));
            case "dm.received" ->
                DeliveredMessages.read(payload, data.path("includes"))
                        .<What>map(told -> told)
                        .orElseGet(() -> new What.Unreadable("its message has no id or no sender"));
            default -> new What.Other();
        };
    }

    /** Read as if it were the one post of a page, so that both ways of hearing see the same. */
    private static Optional<XPost> post(JsonNode payload, JsonNode includes) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("data").add(payload);
        page.set("includes", includes.isMissingNode() ? JsonNodeFactory.instance.objectNode() : includes);
        return Shapes.page(page).flatMap(read -> read.posts().stream().findFirst());
    }

    private static Optional<What> deleted(JsonNode payload) {
        String id = word(payload, "id");
        String author = word(payload, "author_id");
        return Shapes.isId(id)
                ? Optional.of(new What.Deleted(id, Shapes.isId(author) ? author : null))
                : Optional.empty();
    }

    private static String word(JsonNode item, String field) {
        JsonNode value = item.path(field);
        String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
        return text.length() <= LONGEST_WORD ? text : "";
    }
}
