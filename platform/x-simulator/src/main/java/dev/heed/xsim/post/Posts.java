package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import dev.heed.xsim.user.PostCounts;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Every post ever taken, deleted ones included; the views by author, mention and parent are ordered by id. */
@Singleton
public class Posts implements Room, PostCounts {

    private final NavigableMap<PostId, Post> all = new TreeMap<>();
    private final Map<UserId, NavigableMap<PostId, Post>> byAuthor = new HashMap<>();
    private final Map<UserId, NavigableMap<PostId, Post>> byMention = new HashMap<>();
    private final Map<PostId, NavigableMap<PostId, Post>> replies = new HashMap<>();
    private final Map<PostId, Integer> quotes = new HashMap<>();

    /** Also a deleted one. */
    public Optional<Post> evenDeleted(PostId id) {
        return Optional.ofNullable(all.get(id));
    }

    public Optional<Post> find(PostId id) {
        return evenDeleted(id).filter(post -> !post.isDeleted());
    }

    public NavigableMap<PostId, Post> all() {
        return Collections.unmodifiableNavigableMap(all);
    }

    public NavigableMap<PostId, Post> by(UserId author) {
        return view(byAuthor, author);
    }

    public NavigableMap<PostId, Post> mentioning(UserId user) {
        return view(byMention, user);
    }

    public NavigableMap<PostId, Post> repliesTo(PostId post) {
        return view(replies, post);
    }

    @Override
    public int of(UserId author) {
        return (int)
                by(author).values().stream().filter(post -> !post.isDeleted()).count();
    }

    int timesQuoted(PostId post) {
        return quotes.getOrDefault(post, 0);
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(Posted.class, PostDeleted.class);
    }

    @Override
    public void apply(Fact fact) {
        if (fact instanceof Posted(Post post)) {
            keep(post);
            if (post.quotes() != null) {
                quotes.merge(post.quotes(), 1, Integer::sum);
            }
        } else if (fact instanceof PostDeleted deleted) {
            evenDeleted(deleted.post()).ifPresent(post -> keep(post.deleted(deleted.at())));
        }
    }

    @Override
    public void forget() {
        all.clear();
        byAuthor.clear();
        byMention.clear();
        replies.clear();
        quotes.clear();
    }

    private void keep(Post post) {
        all.put(post.id(), post);
        file(byAuthor, post.author(), post);
        post.mentions().forEach(user -> file(byMention, user, post));
        if (post.inReplyTo() != null) {
            file(replies, post.inReplyTo(), post);
        }
    }

    private static <K> void file(Map<K, NavigableMap<PostId, Post>> drawers, K key, Post post) {
        drawers.computeIfAbsent(key, fresh -> new TreeMap<>()).put(post.id(), post);
    }

    private static <K> NavigableMap<PostId, Post> view(Map<K, NavigableMap<PostId, Post>> drawers, K key) {
        NavigableMap<PostId, Post> drawer = drawers.get(key);
        return drawer == null ? Collections.emptyNavigableMap() : Collections.unmodifiableNavigableMap(drawer);
    }
}
