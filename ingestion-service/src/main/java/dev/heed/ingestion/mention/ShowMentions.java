package dev.heed.ingestion.mention;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.parent.FindParents;
import dev.heed.ingestion.parent.ParentPost;
import dev.heed.web.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows what was heard to people, who name an account by its handle. */
@ApplicationScoped
class ShowMentions {

    private final Mentions mentions;
    private final Accounts accounts;
    private final FindParents parents;

    ShowMentions(Mentions mentions, Accounts accounts, FindParents parents) {
        this.mentions = mentions;
        this.accounts = accounts;
        this.parents = parents;
    }

    /**
     * What is to be read for a page, newest first.
     *
     * @param account id or handle; null for all
     * @return empty where nobody ever registered the account
     */
    Uni<Optional<List<StoredMention>>> page(@Nullable String account, PageRequest<Long> page) {
        if (account == null) {
            return mentions.page(null, page).map(Optional::of);
        }
        return accounts.everNamed(AccountName.of(account))
                .chain(found -> found.map(one -> mentions.page(one.id(), page).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /**
     * One, with what it answers or quotes, even if that could not be had in time when it was heard.
     *
     * @param postId of any of its versions
     */
    Uni<Optional<StoredMention>> one(String postId) {
        return mentions.find(postId)
                .chain(found -> found.map(this::withParent)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<StoredMention>> withParent(StoredMention stored) {
        String parentId = stored.mention().post().parentId();
        if (parentId == null || stored.parent() != null) {
            return Uni.createFrom().item(Optional.of(stored));
        }
        return mentions.asParents(Set.of(parentId))
                // a mention itself: shown as long as it is not taken back, whatever X still shows
                .chain(heard -> Optional.ofNullable(heard.get(parentId))
                        .map(parent -> Uni.createFrom().item(parent))
                        .orElseGet(() -> askedFor(stored.mention().account(), parentId)))
                .map(parent -> Optional.of(with(stored, parent.orElse(null))));
    }

    private Uni<Optional<ParentPost>> askedFor(AccountId account, String postId) {
        return parents.find(account, Set.of(postId), Map.of()).map(found -> Optional.ofNullable(found.get(postId)));
    }

    private static StoredMention with(StoredMention stored, @Nullable ParentPost parent) {
        return new StoredMention(stored.position(), stored.mention(), parent);
    }
}
