package dev.heed.xsim.activity;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.text.Names;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a new post concerns, and how.
 *
 * <p>As on X a mention is one that the author wrote: the people whom a reply names only because it answers them or their company are not
 * told of a mention. Whoever is answered is told of a reply. A new version of an edited post is told as a post; a repost, which
 * says nothing new, is not. Only while the world is held.
 */
record Concerned(EventType type, UserId user, boolean inbound) {

    static List<Concerned> by(Post post, Posts posts, Users users) {
        UserId author = post.author();
        List<Concerned> concerned = new ArrayList<>();
        if (post.reposts() != null) {
            return concerned;
        }
        concerned.add(new Concerned(EventType.CREATE, author, false));
        Names.of(post.typed()).stream()
                .map(users::byUsername)
                .flatMap(Optional::stream)
                .map(User::id)
                .filter(user -> !user.equals(author))
                .distinct()
                .forEach(user -> concerned.add(new Concerned(EventType.MENTION, user, true)));
        @Nullable UserId answered = post.inReplyToUser();
        if (answered != null) {
            both(EventType.REPLY, author, answered, concerned);
        }
        @Nullable PostId quotes = post.quotes();
        if (quotes != null) {
            posts.evenDeleted(quotes).ifPresent(quoted -> both(EventType.QUOTE, author, quoted.author(), concerned));
        }
        return concerned;
    }

    private static void both(EventType type, UserId author, UserId other, List<Concerned> concerned) {
        concerned.add(new Concerned(type, author, false));
        if (!other.equals(author)) {
            concerned.add(new Concerned(type, other, true));
        }
    }

    boolean isWishOf(Subscription subscription) {
        return subscription.eventType().equals(type.wire())
                && (subscription.direction() == null || subscription.direction().equals("inbound") == inbound);
    }
}
