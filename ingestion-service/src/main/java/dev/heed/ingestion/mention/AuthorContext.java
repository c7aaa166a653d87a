package dev.heed.ingestion.mention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a mention, as far as it was known when the mention was heard.
 *
 * @param followers how many follow the author
 * @param verified X shows a mark beside the name
 * @param verifiedType which mark: {@code blue}, {@code business}, {@code government}, {@code none}
 * @param since when the author joined X
 * @param mentionsBefore how many of the author's posts and messages this account heard before this one
 * @param firstHeardAt when this account heard of the author first; null if this is the first time
 * @param tier the author's tier in the company's customer records, a word of the company's own, such as {@code vip}
 */
public record AuthorContext(
        @Nullable Long followers,
        @Nullable Boolean verified,
        @Nullable String verifiedType,
        @Nullable Instant since,
        int mentionsBefore,
        @Nullable Instant firstHeardAt,
        @Nullable String tier) {

    /** Nothing is known, and nothing was heard before. */
    public static final AuthorContext UNKNOWN = new AuthorContext(null, null, null, null, 0, null, null);

    /** For the author's next mention, after one that was heard at this time. */
    public AuthorContext afterOneMore(Instant heardAt) {
        return new AuthorContext(
                followers,
                verified,
                verifiedType,
                since,
                mentionsBefore + 1,
                firstHeardAt == null ? heardAt : firstHeardAt,
                tier);
    }
}
