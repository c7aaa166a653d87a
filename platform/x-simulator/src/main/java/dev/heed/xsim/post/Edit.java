package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.sight.Seen;
import dev.heed.xsim.post.sight.Sight;
import dev.heed.xsim.text.WeightedLength;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a new version of a post, with an id of its own.
 *
 * <p>X lets a post be edited five times within an hour of its first version, unless it is a reply to somebody else, a repost or a poll.
 * The newest version is edited, whichever was named.
 */
@Singleton
public class Edit {

    static final int EDITS = 5;
    static final Duration EDITABLE = Duration.ofHours(1);

    private final World world;
    private final Posts posts;
    private final Users users;
    private final Sight sight;

    public Edit(World world, Posts posts, Users users, Sight sight) {
        this.world = world;
        this.posts = posts;
        this.users = users;
        this.sight = sight;
    }

    /** Whoever wrote it, also a reply. */
    public Creation edit(PostId id, String text) {
        return world.alone(() -> newest(id)
                .map(post -> late(post)
                        ? new Creation.Refused(Creation.Reason.NOT_EDITABLE)
                        : edited(post, text, Post.By.CONTROL))
                .orElseGet(() -> new Creation.Refused(Creation.Reason.TARGET_GONE)));
    }

    /** Through the API, by this user. */
    public Creation edit(PostId id, String text, UserId by) {
        return world.alone(() -> {
            Optional<Post> found = newest(id).filter(post -> sight.of(post, Optional.of(by)) == Seen.SHOWN);
            if (found.isEmpty()) {
                return new Creation.Refused(Creation.Reason.EDITED_GONE);
            }
            Post post = found.get();
            if (!post.author().equals(by) || late(post) || !eligible(post, posts)) {
                return new Creation.Refused(Creation.Reason.NOT_EDITABLE);
            }
            return edited(post, text, Post.By.API);
        });
    }

    /** Whether its author may edit it, as far as that does not depend on time. */
    public static boolean eligible(Post post, Posts posts) {
        boolean own = post.inReplyTo() == null || post.author().equals(post.inReplyToUser());
        return own && post.reposts() == null && post.attachments().poll() == null && left(post, posts) > 0;
    }

    /** How often it may still be edited. */
    public static int left(Post post, Posts posts) {
        return EDITS + 1 - posts.versions(post).size();
    }

    /** When the hour of editing ends. */
    public static Instant until(Post post) {
        return Snowflakes.timeOf(post.origin().value()).plus(EDITABLE);
    }

    private Optional<Post> newest(PostId id) {
        return posts.find(id).flatMap(post -> posts.find(posts.versions(post).getLast()));
    }

    private boolean late(Post post) {
        return left(post, posts) == 0 || world.now().isAfter(until(post));
    }

    private Creation edited(Post old, String text, Post.By by) {
        if (text.isBlank()) {
            return new Creation.Refused(Creation.Reason.EMPTY);
        }
        Post answered = old.inReplyTo() == null
                ? null
                : posts.evenDeleted(old.inReplyTo()).orElse(null);
        Wording wording = Wording.of(text, old.author(), answered, Set.of(), users);
        if (by == Post.By.API && WeightedLength.of(wording.counted()) > WeightedLength.LIMIT) {
            return new Creation.Refused(Creation.Reason.TOO_LONG);
        }
        Post post = version(old, text, wording, by);
        world.happened(new Posted(post));
        return new Creation.Taken(post);
    }

    private Post version(Post old, String text, Wording wording, Post.By by) {
        PostId id = new PostId(world.nextId());
        return new Post(
                id,
                old.author(),
                text,
                wording.text(),
                wording.shownFrom(),
                Snowflakes.timeOf(id.value()),
                old.conversation(),
                old.inReplyTo(),
                old.inReplyToUser(),
                old.quotes(),
                wording.mentions(),
                by,
                null,
                old.origin(),
                null,
                old.lang(),
                old.attached(),
                old.arrival());
    }
}
