package dev.heed.xsim.search;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a search has to look: at the posts of one author, those that name one account, the replies to one post, or all. What it gives
 * may not match; what it leaves out does not. Only while the world is held.
 */
final class Candidates {

    private final Posts posts;
    private final Users users;

    /** @param alsoBefore below this id all posts are looked at */
    private record Drawer(NavigableMap<PostId, Post> posts, long alsoBefore) {}

    Candidates(Posts posts, Users users) {
        this.posts = posts;
        this.users = users;
    }

    /** Newest first, ids between both bounds. */
    Stream<Post> of(Clause clause, long low, long high) {
        Drawer drawer = narrow(clause).orElseGet(() -> whole(posts.all()));
        return Stream.concat(
                between(drawer.posts, Math.max(low + 1, drawer.alsoBefore), high),
                between(posts.all(), low + 1, Math.min(high, drawer.alsoBefore)));
    }

    /** @param from inclusive, {@code to} exclusive */
    private static Stream<Post> between(NavigableMap<PostId, Post> drawer, long from, long to) {
        return from >= to
                ? Stream.empty()
                : drawer.subMap(new PostId(from), true, new PostId(to), false).descendingMap().values().stream();
    }

    private Optional<Drawer> narrow(Clause clause) {
        return switch (clause) {
            case Clause.All all ->
                all.parts().stream()
                        .map(this::narrow)
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingInt(drawer -> drawer.posts.size()));
            case Clause.Tag(char sign, String name)
            when sign == '@' -> users.byUsername(name).map(this::naming);
            case Clause.Operator(Clause.Name name, String value)
            when name == Clause.Name.FROM ->
                Optional.of(whole(author(value).map(posts::by).orElseGet(Collections::emptyNavigableMap)));
            case Clause.Operator(Clause.Name name, String value)
            when name == Clause.Name.IN_REPLY_TO_TWEET_ID -> PostId.parse(value).map(id -> whole(posts.repliesTo(id)));
            default -> Optional.empty();
        };
    }

    /** Who was named before opening the account is in no drawer. */
    private Drawer naming(User user) {
        return new Drawer(
                posts.mentioning(user.id()), Snowflakes.floor(user.createdAt().plusMillis(1)));
    }

    private static Drawer whole(NavigableMap<PostId, Post> drawer) {
        return new Drawer(drawer, 0);
    }

    private Optional<UserId> author(String nameOrId) {
        String bare = nameOrId.startsWith("@") ? nameOrId.substring(1) : nameOrId;
        return users.byUsername(bare).map(User::id).or(() -> UserId.parse(bare));
    }
}
