package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one post in either dialect, as tolerantly as {@link Shapes}. */
final class PostShape {

    private PostShape() {}

    /** Empty where id or author is missing. */
    static Optional<XPost> read(JsonNode item, Includes beside) {
        String id = Shapes.text(item, "id", "");
        String authorId = Shapes.text(item, "author_id", "");
        if (!Shapes.isId(id) || !Shapes.isId(authorId)) {
            return Optional.empty();
        }
        JsonNode note = Shapes.either(item, "note_post", "note_tweet");
        List<JsonNode> entities = List.of(item.path("entities"), note.path("entities"));
        String repliedTo = referenced(item, "replied_to");
        String quoted = referenced(item, "quoted");
        return Optional.of(new XPost(
                id,
                Wording.of(Shapes.text(note, "text", Shapes.text(item, "text", "")), entities),
                authorId,
                beside.users().get(authorId),
                Times.sent(Shapes.text(item, "created_at", ""), id),
                id(item, "conversation_id").orElse(id),
                id(item, "in_reply_to_user_id").orElse(null),
                repliedTo,
                quoted,
                referenced(item, "retweeted"),
                lang(item),
                ids(Shapes.either(item, "edit_history_post_ids", "edit_history_tweet_ids")),
                mentioned(entities),
                beside.attached(item),
                beside.posts(repliedTo, quoted)));
    }

    private static @Nullable String referenced(JsonNode item, String type) {
        for (JsonNode reference : Shapes.either(item, "referenced_posts", "referenced_tweets")) {
            if (type.equals(reference.path("type").asText())) {
                return id(reference, "id").orElse(null);
            }
        }
        return null;
    }

    private static @Nullable String lang(JsonNode item) {
        String lang = Shapes.text(item, "lang", "");
        return lang.isEmpty() || lang.length() > 15 ? null : lang;
    }

    private static List<XPost.Named> mentioned(List<JsonNode> lists) {
        Set<String> seen = new LinkedHashSet<>();
        List<XPost.Named> named = new ArrayList<>();
        for (JsonNode entities : lists) {
            for (JsonNode mention : entities.path("mentions")) {
                String username = Shapes.text(mention, "username", "");
                if (!username.isEmpty() && seen.add(username.toLowerCase(Locale.ROOT))) {
                    named.add(new XPost.Named(username, id(mention, "id").orElse(null)));
                }
            }
        }
        return named;
    }

    private static List<String> ids(JsonNode array) {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : array) {
            if (Shapes.isId(id.asText())) {
                ids.add(id.asText());
            }
        }
        return ids;
    }

    private static Optional<String> id(JsonNode item, String field) {
        return Optional.of(Shapes.text(item, field, "")).filter(Shapes::isId);
    }
}
