package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.Fact;
import dev.heed.xsim.ledger.Room;
import dev.heed.xsim.text.Names;
import dev.heed.xsim.user.PostCounts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every post ever taken, deleted ones and all versions of edited ones included.
 *
 * <p>The views by author, mention, handle and parent are ordered by id and have of an edited post its newest version only. The parent of a
 * reply is the post whatever the version that was answered.
 */
@Singleton
public class Posts implements Room, PostCounts {

    /** The country code for all countries. */
    public static final String EVERYWHERE = "XX";

    private final NavigableMap<PostId, Post> all = new TreeMap<>();
    private final Map<UserId, NavigableMap<PostId, Post>> byAuthor = new HashMap<>();
    private final Map<UserId, NavigableMap<PostId, Post>> byMention = new HashMap<>();
    private final Map<String, NavigableMap<PostId, Post>> byHandle = new HashMap<>();
    private final Map<PostId, NavigableMap<PostId, Post>> replies = new HashMap<>();
    private final Map<PostId, List<PostId>> chains = new HashMap<>();
    private final Map<PostId, List<String>> withheld = new HashMap<>();
    private final Tally tally = new Tally();

    /** Also a deleted one, or an older version. */
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

    /** Those that write this handle, whoever had it then, or nobody. */
    public NavigableMap<PostId, Post> writing(String handle) {
        return view(byHandle, fold(handle));
    }

    public NavigableMap<PostId, Post> repliesTo(PostId post) {
        return view(replies, origin(post));
    }

    /** The ids of all versions, the first one first; one id when the post was never edited. */
    public List<PostId> versions(Post post) {
        List<PostId> chain = chains.get(post.origin());
        return chain == null ? List.of(post.id()) : Collections.unmodifiableList(chain);
    }

    public boolean isNewest(Post post) {
        List<PostId> chain = chains.get(post.origin());
        return chain == null || chain.getLast().equals(post.id());
    }

    /** The first version of the post of this id; the id itself when there is no such post. */
    public PostId origin(PostId id) {
        return evenDeleted(id).map(Post::origin).orElse(id);
    }

    /** Country codes. */
    public List<String> withheld(Post post) {
        return withheld.getOrDefault(post.origin(), List.of());
    }

    @Override
    public int of(UserId author) {
        return tally.posts(author);
    }

    public Tally tally() {
        return tally;
    }

    @Override
    public List<Class<? extends Fact>> facts() {
        return List.of(Posted.class, PostDeleted.class, PostWithheld.class);
    }

    @Override
    public void apply(Fact fact) {
        switch (fact) {
            case Posted(Post post) -> add(post);
            case PostDeleted deleted -> evenDeleted(deleted.post()).ifPresent(post -> delete(post, deleted));
            case PostWithheld(PostId post, List<String> countries) when countries.isEmpty() -> withheld.remove(post);
            case PostWithheld(PostId post, List<String> countries) -> withheld.put(post, countries);
            default -> {}
        }
    }

    @Override
    public void forget() {
        all.clear();
        byAuthor.clear();
        byMention.clear();
        byHandle.clear();
        replies.clear();
        chains.clear();
        withheld.clear();
        tally.forget();
    }

    private void add(Post post) {
        if (post.first() == null) {
            tally.count(post, 1, this);
        } else {
            List<PostId> chain = chains.computeIfAbsent(post.first(), first -> new ArrayList<>(List.of(first)));
            evenDeleted(chain.getLast()).ifPresent(this::takeOut);
            chain.add(post.id());
        }
        all.put(post.id(), post);
        file(post);
    }

    private void delete(Post post, PostDeleted deleted) {
        if (!post.isDeleted() && post.first() == null) {
            tally.count(post, -1, this);
        }
        Post gone = post.deleted(deleted.at());
        all.put(post.id(), gone);
        if (isNewest(post)) {
            file(gone);
        }
    }

    private void file(Post post) {
        drawer(byAuthor, post.author()).put(post.id(), post);
        post.mentions().forEach(user -> drawer(byMention, user).put(post.id(), post));
        Names.of(post.text()).forEach(handle -> drawer(byHandle, fold(handle)).put(post.id(), post));
        if (post.inReplyTo() != null) {
            drawer(replies, origin(post.inReplyTo())).put(post.id(), post);
        }
    }

    private void takeOut(Post older) {
        drawer(byAuthor, older.author()).remove(older.id());
        older.mentions().forEach(user -> drawer(byMention, user).remove(older.id()));
        Names.of(older.text()).forEach(handle -> drawer(byHandle, fold(handle)).remove(older.id()));
        if (older.inReplyTo() != null) {
            drawer(replies, origin(older.inReplyTo())).remove(older.id());
        }
    }

    private static String fold(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }

    private static <K> NavigableMap<PostId, Post> drawer(Map<K, NavigableMap<PostId, Post>> drawers, K key) {
        return drawers.computeIfAbsent(key, fresh -> new TreeMap<>());
    }

    private static <K> NavigableMap<PostId, Post> view(Map<K, NavigableMap<PostId, Post>> drawers, K key) {
        NavigableMap<PostId, Post> drawer = drawers.get(key);
        return drawer == null ? Collections.emptyNavigableMap() : Collections.unmodifiableNavigableMap(drawer);
    }
}
