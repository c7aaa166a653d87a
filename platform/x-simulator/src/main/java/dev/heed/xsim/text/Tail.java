package dev.heed.xsim.text;

import org.jspecify.annotations.Nullable;

/** A link that X puts at the end of a text by itself: to the pictures or to the post quoted. */
public record Tail(
        String expanded, String display, @Nullable String mediaKey) {

    public static Tail to(String url) {
        return new Tail(url, ShortLinks.display(url), null);
    }
}
