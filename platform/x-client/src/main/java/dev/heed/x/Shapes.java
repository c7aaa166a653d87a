package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads X's bodies in either dialect, tolerantly: what may be missing is worked out or left empty, unknown fields are
 * ignored, and only a post without id or author is unreadable. Never throws.
 */
final class Shapes {

    private static final Set<String> POSTS = Set.of("tweet", "post");

    private static final int LONGEST_NAME = 30;

    private Shapes() {}

    static Optional<XUser> user(JsonNode body) {
        return UserShapes.read(body.path("data"));
    }

    static Optional<XPage> page(JsonNode body) {
        JsonNode data = body.path("data");
        if (!data.isArray() && !isEmptyList(body)) {
            return Optional.empty();
        }
        Includes beside = Includes.of(body);
        List<XPost> posts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonNode item : data) {
            PostShape.read(item, beside)
                    .ifPresentOrElse(posts::add, () -> unreadable.add(named(item, "(a post without an id)")));
        }
        String next = text(body.path("meta"), "next_token", "");
        return Optional.of(new XPage(posts, next.isEmpty() ? null : next, unreadable, unavailable(body, posts)));
    }

    /** A post that one on the page answers, quotes or passes on may be told as unavailable too; it is not the page's. */
    private static List<String> unavailable(JsonNode body, List<XPost> posts) {
        List<String> ids = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            String id = error.path("resource_id").asText("");
            if (error.path("type").asText("").endsWith("/resource-unavailable")
                    && POSTS.contains(error.path("resource_type").asText(""))
                    && posts.stream().noneMatch(post -> post.refersTo(id))) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** X leaves {@code data} out where there is none; a body that says nothing at all is no list. */
    static boolean isEmptyList(JsonNode body) {
        return body.path("data").isMissingNode() && body.path("meta").isObject();
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

    /** Up to 19 digits. Asked several times for each post of a page: no regular expression. */
    static boolean isId(String text) {
        if (text.isEmpty() || text.length() > 19) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static JsonNode either(JsonNode item, String newName, String oldName) {
        return item.has(newName) ? item.path(newName) : item.path(oldName);
    }

    static String text(JsonNode item, String field, String otherwise) {
        JsonNode value = item.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : otherwise;
    }

    /** What X calls something that cannot be read, for logs: on one line, and no longer than an id is. */
    static String named(JsonNode item, String otherwise) {
        String id = text(item, "id", otherwise).replaceAll("\\p{Cntrl}", " ");
        return id.length() <= LONGEST_NAME ? id : id.substring(0, LONGEST_NAME) + "…";
    }
}
