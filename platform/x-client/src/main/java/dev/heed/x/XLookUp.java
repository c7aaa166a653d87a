package dev.heed.x;

import java.util.List;
import java.util.Map;

/**
 * What X says of posts that were asked for by id.
 *
 * @param posts those that it shows
 * @param missing why it does not show one, by id. An id that is in neither was left out without a word: nothing is known of
 *     it
 */
public record XLookUp(List<XPost> posts, Map<String, Missing> missing) {

    public XLookUp {
        posts = List.copyOf(posts);
        missing = Map.copyOf(missing);
    }

    XPage page(String id) {
        boolean unsaid = posts.isEmpty() && missing.getOrDefault(id, Missing.UNCLEAR) == Missing.UNCLEAR;
        return new XPage(posts, null, List.of(), unsaid ? List.of(id) : List.of());
    }

    /** Why X does not show a post, or does not let it be kept. */
    public enum Missing {
        /** Deleted, or never posted. */
        NOT_FOUND,
        /** It is there, but not for us: its author is protected or suspended, and X does not say which. */
        NOT_AUTHORIZED,
        /** Its author was suspended, where X says so. */
        SUSPENDED,
        /** Withheld by law or for copyright, in some country at least. X may show it all the same. */
        WITHHELD,
        /** X had trouble, or says what we do not understand: nothing follows from it. */
        UNCLEAR
    }
}
