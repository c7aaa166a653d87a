package dev.heed.routing.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a post.
 *
 * @param parent what it answers, else what it quotes
 * @param answerable absent where nobody has said
 * @param watch the name of the watch that found it
 */
public record Surroundings(
        AuthorContext author,
        @Nullable Parent parent,
        List<Media> media,
        @Nullable Answerable answerable,
        @Nullable String watch) {

    /** Nothing is known. */
    public static final Surroundings NONE = new Surroundings(AuthorContext.NONE, null, List.of(), null, null);

    public Surroundings {
        media = List.copyOf(media);
    }

    public Surroundings withParent(@Nullable Parent other) {
        return new Surroundings(author, other, media, answerable, watch);
    }

    public Surroundings withMedia(List<Media> other) {
        return new Surroundings(author, parent, other, answerable, watch);
    }
}
