package dev.heed.xsim.timeline;

import dev.heed.xsim.post.Post;
import dev.heed.xsim.post.sight.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which posts of a timeline can be reached at all, and in which order.
 *
 * <p>The caps count from the newest post of now, whatever a request asks for: what has sunk below is out of reach for good, by any page
 * or bound. They count what cannot be seen too: suspended, protected and deleted authors and posts keep their places.
 */
enum Timeline {
    MENTIONS(800),
    POSTS(3_200),
    POSTS_WITHOUT_REPLIES(800);

    private final int cap;

    Timeline(int cap) {
        this.cap = cap;
    }

    /** @param placed whether such a list has a place for a post, be it seen or not */
    List<Post> reach(Collection<Post> newestFirst, Bounds bounds, Predicate<Post> placed) {
        List<Post> reach = new ArrayList<>();
        int seen = 0;
        for (Post post : newestFirst) {
            if (!has(post) || !placed.test(post)) {
                continue;
            }
            if (bounds.hold(post.id().value())) {
                reach.add(post);
            }
            seen++;
            if (seen == cap || post.id().value() <= bounds.low()) {
                break;
            }
        }
        return reach;
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
