package dev.heed.ingestion.intake;

import dev.heed.ingestion.mention.Watched;
import dev.heed.ingestion.parent.ParentPost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts made ready to be taken in: what had to be asked of others has been asked.
 *
 * @param heard the mentions among them that may be news, oldest first
 * @param again ids of those that were heard before
 * @param parents shown with the posts, and not kept yet
 * @param watch that found them; null where none did
 */
public record Gathered(
        List<Heard> heard,
        List<String> again,
        List<ParentPost> parents,
        @Nullable Watched watch) {

    public Gathered {
        heard = List.copyOf(heard);
        again = List.copyOf(again);
        parents = List.copyOf(parents);
    }
}
