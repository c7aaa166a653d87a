package dev.heed.routing.post;

import java.time.Instant;
import java.util.List;

/**
 * A further version of a post.
 *
 * @param at when its author changed it
 */
public record EditedPost(String id, String firstId, String previousId, String text, List<Media> media, Instant at) {

    public EditedPost {
        media = List.copyOf(media);
    }
}
