package dev.heed.xsim.search;

import dev.heed.xsim.id.PostId;
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
 * Where a search has to look: at the posts of one author, those that write one handle, the replies to one post, or all. What it gives
 * may not match; what it leaves out does not. Only while the world is held.
 */
final class Candidates {

    private final Posts posts;
    private final Users users;

    Candidates(Posts posts, Users users) {
        this.posts = posts;
        this.users = users;
    }

    /** Newest first, ids between both bounds. */
    Stream<Post> of(Clause clause, long low, long high) {
        long from = low + 1;
        return from >= high
                ? Stream.empty()
                : narrow(clause)
                        .orElseGet(posts::all)
                        .subMap(new PostId(from), true, new PostId(high), false)
                        .descendingMap()
                        .values()
                        .stream();
    }

    private Optional<NavigableMap<PostId, Post>> narrow(Clause clause) {
        return switch (clause) {
            case Clause.All all ->
                all.parts().stream()
                        .map(this::narrow)
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingInt(NavigableMap::size));
            case Clause.Tag(char sign, String name) when sign == '@' -> Optional.of(posts.writing(name));
            case Clause.Operator(Clause.Name name, String value)
            when name == Clause.Name.FROM ->
                Optional.of(author(value).map(posts::by).orElseGet(Collections::emptyNavigableMap));
            case Clause.Operator(Clause.Name name, String value)
            when name == Clause.Name.IN_REPLY_TO_TWEET_ID -> PostId.parse(value).map(posts::repliesTo);
            default -> Optional.empty();
        };
    }

    private Optional<UserId> author(String nameOrId) {
        String bare = nameOrId.startsWith("@") ? nameOrId.substring(1) : nameOrId;
        return users.byUsername(bare).map(User::id).or(() -> UserId.parse(bare));
    }
}
