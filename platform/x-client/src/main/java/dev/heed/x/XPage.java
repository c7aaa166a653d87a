package dev.heed.x;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a walk, newest post first.
 *
 * @param nextToken opaque; absent on the last page
 * @param unreadable ids (or a few words, where even the id is missing) of items that could not be read as a post: they
 *     are told, not dropped in silence
 * @param unavailable ids of posts that belong on this page and that X says it cannot show just now: who concludes from
 *     what is not on a page must ask again
 */
public record XPage(List<XPost> posts, @Nullable String nextToken, List<String> unreadable, List<String> unavailable) {

    public XPage {
        posts = List.copyOf(posts);
        unreadable = List.copyOf(unreadable);
        unavailable = List.copyOf(unavailable);
    }

    /** A page of which X shows everything. */
    public XPage(List<XPost> posts, @Nullable String nextToken, List<String> unreadable) {
        this(posts, nextToken, unreadable, List.of());
    }
}
