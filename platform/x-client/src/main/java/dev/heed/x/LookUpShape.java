package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.x.XLookUp.Missing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the answer to a look-up of posts, with X's word on each that it does not show. Never throws.
 *
 * <p>X tells in the same list of what it could not show beside the posts, such as what they answer; only what was asked for
 * counts here.
 */
final class LookUpShape {

    private LookUpShape() {}

    static Optional<XLookUp> read(JsonNode body, Collection<String> asked) {
        JsonNode data = body.path("data");
        JsonNode errors = body.path("errors");
        if (!data.isArray() && !errors.isArray()) {
            return Optional.empty();
        }
        Map<String, Missing> missing = new HashMap<>();
        for (JsonNode error : errors) {
            String id = Shapes.text(error, "resource_id", Shapes.text(error, "value", ""));
            if (asked.contains(id)) {
                missing.merge(id, why(error), LookUpShape::clearer);
            }
        }
        Includes beside = Includes.of(body);
        List<XPost> posts = new ArrayList<>();
        for (JsonNode item : data) {
            String id = Shapes.text(item, "id", "");
            missing.remove(id);
            if (isWithheld(item)) {
                if (asked.contains(id)) {
                    missing.put(id, Missing.WITHHELD);
                }
            } else {
                PostShape.read(item, beside).ifPresent(posts::add);
            }
        }
        return Optional.of(new XLookUp(posts, missing));
    }

    /** X names no code for most of this: its types are few, its wordings tell them apart. */
    private static Missing why(JsonNode error) {
        String type = Shapes.text(error, "type", "");
        String words =
                (Shapes.text(error, "title", "") + " " + Shapes.text(error, "detail", "")).toLowerCase(Locale.ROOT);
        if (words.contains("suspended")) {
            return Missing.SUSPENDED;
        }
        if (words.contains("withheld")) {
            return Missing.WITHHELD;
        }
        if (type.contains("/not-authorized-for")) {
            return Missing.NOT_AUTHORIZED;
        }
        return type.endsWith("/resource-not-found") ? Missing.NOT_FOUND : Missing.UNCLEAR;
    }

    private static Missing clearer(Missing one, Missing other) {
        return one == Missing.UNCLEAR ? other : one;
    }

    private static boolean isWithheld(JsonNode post) {
        JsonNode withheld = post.path("withheld");
        return withheld.path("copyright").asBoolean()
                || !withheld.path("country_codes").isEmpty();
    }
}
