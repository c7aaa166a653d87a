package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.id.UserId;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Deletes a post for good, in all its versions. Deleting it again is no error. */
@Singleton
public class Withdraw {

    /** What came of it. */
    public enum Outcome {
        DELETED,
        UNKNOWN,
        NOT_YOURS
    }

    private final World world;
    private final Posts posts;

    public Withdraw(World world, Posts posts) {
        this.world = world;
        this.posts = posts;
    }

    /** On behalf of its author. */
    public Outcome withdraw(PostId id, UserId by) {
        return world.alone(() -> {
            Optional<Post> post = posts.evenDeleted(id);
            if (post.isPresent() && !post.get().author().equals(by)) {
                return Outcome.NOT_YOURS;
            }
            return post.map(this::delete).orElse(Outcome.UNKNOWN);
        });
    }

    /** Whoever wrote it. */
    public Outcome withdraw(PostId id) {
        return world.alone(() -> posts.evenDeleted(id).map(this::delete).orElse(Outcome.UNKNOWN));
    }

    private Outcome delete(Post post) {
        for (PostId version : posts.versions(post)) {
            if (posts.find(version).isPresent()) {
                world.happened(new PostDeleted(version, world.now()));
            }
        }
        return Outcome.DELETED;
    }
}
