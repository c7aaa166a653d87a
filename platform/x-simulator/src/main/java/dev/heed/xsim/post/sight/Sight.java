package dev.heed.xsim.post.sight;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.Posts;
import dev.heed.xsim.user.User;
import dev.heed.xsim.user.Users;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells who may see a post. Only while the world is held.
 *
 * <p>Nobody follows anybody here: posts of a protected account are seen by their author alone. A repost is there as long as what it
 * repeats is.
 */
@Singleton
public class Sight {

    private final World world;
    private final Posts posts;
    private final Users users;

    public Sight(World world, Posts posts, Users users) {
        this.world = world;
        this.posts = posts;
        this.users = users;
    }

    /** @param viewer the user who asks; empty for the app */
    public Seen of(Post post, Optional<UserId> viewer) {
        return seen(post, Place.LOOKUP, viewer);
    }

    /** The post of this id, if this viewer may answer, quote or repeat it. */
    public Optional<Post> answerable(PostId id, Optional<UserId> viewer) {
        return posts.evenDeleted(id).filter(post -> of(post, viewer) == Seen.SHOWN && !withheldEverywhere(post));
    }

    /** Whether a list of posts has it: neither older versions of an edited post nor what is withheld everywhere. */
    public boolean listed(Post post, Place place, Optional<UserId> viewer) {
        return posts.isNewest(post) && !withheldEverywhere(post) && seen(post, place, viewer) == Seen.SHOWN;
    }

    /**
     * Whether a list of posts has a place for it by now. X counts and cuts its lists by these, and leaves out of them what cannot be
     * seen: see {@link #listed}.
     */
    public boolean hasPlace(Post post, Place place) {
        return posts.isNewest(post) && hasArrived(post, place);
    }

    private boolean hasArrived(Post post, Place place) {
        return post.arrival() == null || !world.now().isBefore(post.arrival().in(place));
    }

    private boolean withheldEverywhere(Post post) {
        return posts.withheld(post).contains(Posts.EVERYWHERE);
    }

    private Seen seen(Post post, Place place, Optional<UserId> viewer) {
        if (post.isDeleted() || !hasArrived(post, place)) {
            return Seen.GONE;
        }
        User author = users.known(post.author());
        Seen seen = switch (author.standing()) {
            case DEACTIVATED -> Seen.GONE;
            case SUSPENDED -> Seen.FORBIDDEN;
            case ACTIVE ->
                author.isProtected() && viewer.filter(post.author()::equals).isEmpty() ? Seen.FORBIDDEN : Seen.SHOWN;
        };
        if (seen == Seen.SHOWN && post.reposts() != null) {
            return posts.evenDeleted(post.reposts()).map(it -> of(it, viewer)).orElse(Seen.GONE);
        }
        return seen;
    }
}
