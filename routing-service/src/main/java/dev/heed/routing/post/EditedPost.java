package dev.heed.routing.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A further version of a post.
 *
 * @param kind as it stands with this version; null where nothing was told of that, as of {@code addressed} and {@code
 *     answerable}
 * @param at when its author changed it
 */
public record EditedPost(
        String id,
        String firstId,
        String previousId,
        String text,
        List<Media> media,
        @Nullable String kind,
        @Nullable Boolean addressed,
        @Nullable Answerable answerable,
        Instant at) {

    public EditedPost {
        media = List.copyOf(media);
    }
}
