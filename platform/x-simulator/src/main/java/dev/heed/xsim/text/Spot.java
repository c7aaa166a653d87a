package dev.heed.xsim.text;

import org.jspecify.annotations.Nullable;

/** Something in a text that X points out: {@code start} inclusive, {@code end} exclusive, in code points of the text as shown. */
public sealed interface Spot {

    int start();

    int end();

    record Mention(int start, int end, String username) implements Spot {}

    record Hashtag(int start, int end, String tag) implements Spot {}

    record Cashtag(int start, int end, String tag) implements Spot {}

    /** A shortened link. {@code mediaKey} is that of the picture that the link stands for, if it does. */
    record Link(
            int start,
            int end,
            String url,
            String expanded,
            String display,
            @Nullable String mediaKey) implements Spot {}

    /** The same, further right. */
    default Spot moved(int by) {
        return switch (this) {
            case Mention it -> new Mention(it.start + by, it.end + by, it.username);
            case Hashtag it -> new Hashtag(it.start + by, it.end + by, it.tag);
            case Cashtag it -> new Cashtag(it.start + by, it.end + by, it.tag);
            case Link it -> new Link(it.start + by, it.end + by, it.url, it.expanded, it.display, it.mediaKey);
        };
    }
}
