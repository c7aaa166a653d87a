package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What X shows beside the posts that were asked for: their authors, what they answer or quote, what is attached. */
record Includes(Map<String, XUser> users, Map<String, XPost> posts, Map<String, XMedia> media) {

    private static final Set<String> TYPES = Set.of("photo", "video", "animated_gif");

    static Includes of(JsonNode body) {
        JsonNode includes = body.path("includes");
        Map<String, XUser> users = new HashMap<>();
        for (JsonNode item : includes.path("users")) {
            UserShapes.read(item).ifPresent(user -> users.put(user.id(), user));
        }
        Map<String, XMedia> media = new HashMap<>();
        for (JsonNode item : includes.path("media")) {
            if (TYPES.contains(item.path("type").asText())) {
                media.put(item.path("media_key").asText(), readMedia(item));
            }
        }
        Includes beside = new Includes(users, Map.of(), media);
        Map<String, XPost> posts = new HashMap<>();
        for (JsonNode item : Shapes.either(includes, "posts", "tweets")) {
            PostShape.read(item, beside).ifPresent(post -> posts.put(post.id(), post));
        }
        return new Includes(users, posts, media);
    }

    List<XMedia> attached(JsonNode item) {
        List<XMedia> attached = new ArrayList<>();
        for (JsonNode key : item.path("attachments").path("media_keys")) {
            XMedia one = media.get(key.asText());
            if (one != null) {
                attached.add(one);
            }
        }
        return attached;
    }

    List<XPost> posts(@Nullable String... ids) {
        return Stream.of(ids)
                .filter(Objects::nonNull)
                .distinct()
                .map(posts::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static XMedia readMedia(JsonNode item) {
        String altText = item.path("alt_text").asText("");
        return new XMedia(item.path("type").asText(), address(item), altText.isEmpty() ? null : altText);
    }

    /** Of a video the best version, else its still. */
    private static @Nullable String address(JsonNode item) {
        Stream<String> versions = StreamSupport.stream(item.path("variants").spliterator(), false)
                .filter(variant ->
                        "video/mp4".equals(variant.path("content_type").asText()))
                .sorted(Comparator.comparingLong(
                                (JsonNode variant) -> variant.path("bit_rate").asLong())
                        .reversed())
                .map(variant -> variant.path("url").asText());
        return Stream.of(
                        Stream.of(item.path("url").asText()),
                        versions,
                        Stream.of(item.path("preview_image_url").asText()))
                .flatMap(candidates -> candidates)
                .filter(Includes::isAddress)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAddress(String text) {
        try {
            String scheme = new URI(text).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
