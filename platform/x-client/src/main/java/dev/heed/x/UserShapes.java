package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads X's users, the same in both dialects, as tolerantly as {@link Shapes}. Never throws. */
final class UserShapes {

    /** What is asked for of a user, wherever one is shown. */
    static final String FIELDS = "created_at,id,name,protected,public_metrics,username,verified,verified_type";

    private static final int MAX_WORDS = 500;

    private UserShapes() {}

    /** Empty without an id or a handle. */
    static Optional<XUser> read(JsonNode item) {
        String id = text(item, "id");
        String username = text(item, "username");
        if (!Shapes.isId(id) || username.isEmpty()) {
            return Optional.empty();
        }
        String name = text(item, "name");
        String verifiedType = text(item, "verified_type");
        return Optional.of(new XUser(
                id,
                username,
                name.isEmpty() ? username : name,
                count(item.path("public_metrics").path("followers_count")),
                yesOrNo(item.path("verified")),
                verifiedType.isEmpty() ? null : verifiedType,
                Times.read(text(item, "created_at")).orElse(null),
                yesOrNo(item.path("protected"))));
    }

    /** Several by id: those that are shown, and why the others are not. */
    static Optional<XUsers> several(JsonNode body) {
        JsonNode data = body.path("data");
        JsonNode errors = body.path("errors");
        if (!data.isArray() && !errors.isArray()) {
            return Optional.empty();
        }
        List<XUser> users = new ArrayList<>();
        data.forEach(item -> read(item).ifPresent(users::add));
        Map<String, String> missing = new HashMap<>();
        for (JsonNode error : errors) {
            String id = text(error, "resource_id").isEmpty() ? text(error, "value") : text(error, "resource_id");
            String words = text(error, "detail").isEmpty() ? text(error, "title") : text(error, "detail");
            if (Shapes.isId(id)) {
                missing.putIfAbsent(id, words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS));
            }
        }
        return Optional.of(new XUsers(users, missing));
    }

    private static @Nullable Long count(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0 ? number.asLong() : null;
    }

    private static @Nullable Boolean yesOrNo(JsonNode value) {
        return value.isBoolean() ? (Boolean) value.asBoolean() : null;
    }

    private static String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
    }
}
