package dev.heed.routing.post;

import java.util.Comparator;

/** The order of posts on X: their ids are numbers that rise with time, too large to be read as anything but text. */
public final class PostOrder {

    public static final Comparator<String> OLDEST_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private PostOrder() {}
}
