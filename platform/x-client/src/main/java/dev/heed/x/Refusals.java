package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells X's refusals apart.
 *
 * <p>Most 403s are {@code about:blank} and differ only in the wording of {@code detail}; some 400s carry their reason in
 * {@code errors[].message}; 402 and 429 come in two shapes each. The wordings matched here are those seen in the wild.
 */
final class Refusals {

    private static final int MAX_DETAIL = 500;
    private static final int CODE_RATE_LIMIT = 88;
    private static final int CODE_DAILY_POSTS = 185;

    private Refusals() {}

    static Refusal of(int status, JsonNode body) {
        String words = words(body);
        if (words.contains("text is too long")) {
            return Refusal.TOO_LONG;
        }
        return switch (status) {
            case 401 -> Refusal.UNAUTHORIZED;
            case 402 -> Refusal.CREDITS_DEPLETED;
            case 403 -> forbidden(words);
            case 404, 410 -> Refusal.NOT_FOUND;
            default ->
                words.contains("'since_id' must be a tweet id created after")
                        ? Refusal.STALE_SINCE_ID
                        : Refusal.INVALID;
        };
    }

    /** The refusal that a 200 without data tells in its {@code errors}. */
    static Optional<Refusal> ofErrors(JsonNode body) {
        for (JsonNode error : body.path("errors")) {
            String type = error.path("type").asText();
            if (type.endsWith("/resource-not-found")) {
                return Optional.of(Refusal.NOT_FOUND);
            }
            if (type.contains("/not-authorized-for") || type.endsWith("/disallowed-resource")) {
                return Optional.of(Refusal.FORBIDDEN);
            }
        }
        return Optional.empty();
    }

    /** Rate limits that do not come as 429: the old shape with a code, and the daily number of posts. */
    static boolean saysNotNow(int status, JsonNode body) {
        if (status < 400 || status >= 500) {
            return false;
        }
        for (JsonNode error : body.path("errors")) {
            int code = error.path("code").asInt();
            if (code == CODE_RATE_LIMIT || code == CODE_DAILY_POSTS) {
                return true;
            }
        }
        return status == 403 && words(body).contains("daily status update limit");
    }

    /** A 429 that no waiting within the day cures: the month's cap of posts. */
    static boolean isUsedUp(JsonNode body) {
        return body.path("type").asText().endsWith("/usage-capped")
                || words(body).contains("usage cap exceeded");
    }

    /** X's own words, at most 500 characters. */
    static String detail(JsonNode body) {
        Set<String> parts = new LinkedHashSet<>();
        add(parts, body.path("detail"));
        add(parts, body.path("error_description"));
        for (JsonNode error : body.path("errors")) {
            add(parts, error.path("message"));
            add(parts, error.path("detail"));
        }
        if (parts.isEmpty()) {
            add(parts, body.path("title"));
            add(parts, body.path("error"));
        }
        String joined = parts.isEmpty() ? "(X gave no reason)" : String.join(" ", parts);
        return joined.length() <= MAX_DETAIL ? joined : joined.substring(0, MAX_DETAIL);
    }

    private static Refusal forbidden(String words) {
        if (words.contains("duplicate content")) {
            return Refusal.DUPLICATE;
        }
        if (words.contains("reply to this conversation is not allowed")
                || words.contains("not been mentioned or otherwise engaged")) {
            return Refusal.NOT_SUMMONED;
        }
        if (words.contains("deleted or not visible")) {
            return Refusal.TARGET_GONE;
        }
        return Refusal.FORBIDDEN;
    }

    private static String words(JsonNode body) {
        return detail(body).toLowerCase(Locale.ROOT);
    }

    private static void add(Set<String> parts, JsonNode text) {
        if (text.isTextual() && !text.asText().isBlank()) {
            parts.add(text.asText().strip());
        }
    }
}
