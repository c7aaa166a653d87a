package dev.heed.x;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a walk, newest post first.
 *
 * @param nextToken opaque; absent on the last page
 * @param unreadable ids (or a few words, where even the id is missing) of items that could not be read as a post: they
 *     are told, not dropped in silence
 */
public record XPage(List<XPost> posts, @Nullable String nextToken, List<String> unreadable) {

    public XPage {
        posts = List.copyOf(posts);
        unreadable = List.copyOf(unreadable);
    }
}
