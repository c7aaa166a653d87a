package dev.heed.routing.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was known of the author when a post was heard.
 *
 * @param followers how many follow them on X
 * @param since since when they are on X
 * @param mentionsBefore how many of their posts and messages the account heard before this one
 * @param firstHeardAt when the account first heard of them
 * @param tier their tier in the company's customer records
 */
public record AuthorContext(
        @Nullable Long followers,
        @Nullable Boolean verified,
        @Nullable Instant since,
        @Nullable Integer mentionsBefore,
        @Nullable Instant firstHeardAt,
        @Nullable String tier) {

    /** Nothing is known. */
    public static final AuthorContext NONE = new AuthorContext(null, null, null, null, null, null);
}
