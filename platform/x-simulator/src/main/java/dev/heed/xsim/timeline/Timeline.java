package dev.heed.xsim.timeline;

import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.sight.Place;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which posts of a timeline can be reached at all, and in which order.
 *
 * <p>The caps count from the newest post of now, whatever a request asks for: what has sunk below is out of reach for good, by any page
 * or bound.
 */
enum Timeline {
    MENTIONS(800),
    POSTS(3_200),
    POSTS_WITHOUT_REPLIES(800);

    private final int cap;

    Timeline(int cap) {
        this.cap = cap;
    }

    /** @param listed whether a post may be seen in such a list at all */
    List<Post> reach(Collection<Post> newestFirst, Bounds bounds, Predicate<Post> listed) {
        return newestFirst.stream()
                .filter(this::has)
                .filter(listed)
                .limit(cap)
                .filter(post -> bounds.hold(post.id().value()))
                .toList();
    }

    /** Reposts of what names somebody are no mentions. */
    private boolean has(Post post) {
        return switch (this) {
            case MENTIONS -> post.reposts() == null;
            case POSTS -> true;
            case POSTS_WITHOUT_REPLIES -> post.inReplyTo() == null;
        };
    }

    Place place() {
        return this == MENTIONS ? Place.MENTIONS : Place.LOOKUP;
    }
}
