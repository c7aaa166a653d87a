package dev.heed.xsim.post;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.World;
import jakarta.inject.Singleton;
import java.util.List;

/** Withholds a post in some countries, or lets it go again. */
@Singleton
public class Withhold {

    private final World world;
    private final Posts posts;

    public Withhold(World world, Posts posts) {
        this.world = world;
        this.posts = posts;
    }

    /**
     * @param countries ISO 3166-1 alpha-2 codes, XX for all; none to withhold it no longer
     * @return false when there is no such post
     */
    public boolean withhold(PostId id, List<String> countries) {
        return world.alone(() -> posts.find(id)
                .map(post -> {
                    world.happened(new PostWithheld(post.origin(), countries));
                    return true;
                })
                .orElse(false));
    }
}
