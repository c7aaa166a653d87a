package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads X's bodies in either dialect, tolerantly: what may be missing is worked out or left empty, unknown fields are
 * ignored, and only a post without id or author is unreadable. Never throws.
 */
final class Shapes {

    static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    /** Milliseconds of X's first snowflake id after the Unix epoch. */
    private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;

    private Shapes() {}

    static Optional<XUser> user(JsonNode body) {
        return UserShapes.read(body.path("data"));
    }

    static Optional<XPage> page(JsonNode body) {
        JsonNode data = body.path("data");
        boolean empty = data.isMissingNode() && (body.has("meta") || (body.isObject() && !body.has("errors")));
        if (!data.isArray() && !empty) {
            return Optional.empty();
        }
        Map<String, XUser> users = includedUsers(body);
        List<XPost> posts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode item : data) {
            readPost(item, users)
                    .ifPresentOrElse(posts::add, () -> unreadable.add(text(item, "id", "(a post without an id)")));
        }
        String next = text(body.path("meta"), "next_token", "");
        return Optional.of(new XPage(posts, next.isEmpty() ? null : next, unreadable));
    }

    /** Posts that X shows; those it does not (deleted, protected) are simply not among them. */
    static Optional<List<XPost>> posts(JsonNode body) {
        JsonNode data = body.path("data");
        if (!data.isArray() && !body.path("errors").isArray()) {
            return Optional.empty();
        }
        return page(body).map(XPage::posts).or(() -> Optional.of(List.of()));
    }

    static Optional<String> createdId(JsonNode body) {
        return Optional.of(text(body.path("data"), "id", "")).filter(Shapes::isId);
    }

    static Optional<Boolean> deleted(JsonNode body) {
        JsonNode deleted = body.path("data").path("deleted");
        return deleted.isBoolean() ? Optional.of(deleted.asBoolean()) : Optional.empty();
    }

    static Optional<XTokens> tokens(JsonNode body, Instant now) {
        String access = text(body, "access_token", "");
        long seconds = Math.clamp(
                body.path("expires_in").asLong(0), 0, Duration.ofDays(366).toSeconds());
        if (access.isEmpty()) {
            return Optional.empty();
        }
        List<String> scopes = Pattern.compile(" +")
                .splitAsStream(text(body, "scope", "").strip())
                .filter(scope -> !scope.isEmpty())
                .toList();
        return Optional.of(new XTokens(access, text(body, "refresh_token", ""), now.plusSeconds(seconds), scopes));
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static Optional<XPost> readPost(JsonNode item, Map<String, XUser> users) {
        String id = text(item, "id", "");
        String authorId = text(item, "author_id", "");
        if (!isId(id) || !isId(authorId)) {
            return Optional.empty();
        }
        JsonNode note = either(item, "note_post", "note_tweet");
        return Optional.of(new XPost(
                id,
                text(note, "text", text(item, "text", "")),
                authorId,
                users.get(authorId),
                createdAt(item, id),
                id(item, "conversation_id").orElse(id),
                id(item, "in_reply_to_user_id").orElse(null),
                referenced(item, "replied_to"),
                referenced(item, "quoted"),
                orNull(text(item, "lang", "")),
                ids(either(item, "edit_history_post_ids", "edit_history_tweet_ids")),
                mentioned(item, note)));
    }

    private static Map<String, XUser> includedUsers(JsonNode body) {
        Map<String, XUser> users = new HashMap<>();
        for (JsonNode item : body.path("includes").path("users")) {
            UserShapes.read(item).ifPresent(user -> users.put(user.id(), user));
        }
        return users;
    }

    private static Instant createdAt(JsonNode item, String id) {
        try {
            return Instant.parse(text(item, "created_at", ""));
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli((parseId(id) >>> 22) + SNOWFLAKE_EPOCH);
        }
    }

    private static long parseId(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            return 0; // 19 digits beyond a long: not an id that X gives, and no reason to lose the post
        }
    }

    private static @Nullable String referenced(JsonNode item, String type) {
        for (JsonNode reference : either(item, "referenced_posts", "referenced_tweets")) {
            if (type.equals(reference.path("type").asText())) {
                return id(reference, "id").orElse(null);
            }
        }
        return null;
    }

    private static List<String> mentioned(JsonNode item, JsonNode note) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> usernames = new ArrayList<>();
        for (JsonNode entities : List.of(item.path("entities"), note.path("entities"))) {
            for (JsonNode mention : entities.path("mentions")) {
                String username = text(mention, "username", "");
                if (!username.isEmpty() && seen.add(username.toLowerCase(Locale.ROOT))) {
                    usernames.add(username);
                }
            }
        }
        return usernames;
    }

    private static List<String> ids(JsonNode array) {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : array) {
            if (isId(id.asText())) {
                ids.add(id.asText());
            }
        }
        return ids;
    }

    private static JsonNode either(JsonNode item, String newName, String oldName) {
        return item.has(newName) ? item.path(newName) : item.path(oldName);
    }

    private static Optional<String> id(JsonNode item, String field) {
        return Optional.of(text(item, field, "")).filter(Shapes::isId);
    }

    private static String text(JsonNode item, String field, String otherwise) {
        JsonNode value = item.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : otherwise;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
