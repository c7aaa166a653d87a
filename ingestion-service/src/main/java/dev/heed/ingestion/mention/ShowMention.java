package dev.heed.ingestion.mention;

import dev.heed.ingestion.parent.FindParents;
import dev.heed.ingestion.parent.ParentPost;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows one mention, with what it answers or quotes, even if that could not be had in time when it was heard. */
@ApplicationScoped
class ShowMention {

    private final Mentions mentions;
    private final FindParents parents;

    ShowMention(Mentions mentions, FindParents parents) {
        this.mentions = mentions;
        this.parents = parents;
    }

    /** @param postId of any of its versions */
    Uni<Optional<StoredMention>> show(String postId) {
        return mentions.find(postId)
                .chain(found -> found.map(this::withParent)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<StoredMention>> withParent(StoredMention stored) {
        String parentId = stored.mention().post().parentId();
        if (parentId == null || stored.parent() != null) {
            return Uni.createFrom().item(Optional.of(stored));
        }
        return parents.find(stored.mention().account(), Set.of(parentId))
                .map(found -> Optional.of(with(stored, found.get(parentId))));
    }

    private static StoredMention with(StoredMention stored, @Nullable ParentPost parent) {
        return new StoredMention(stored.position(), stored.mention(), parent);
    }
}
