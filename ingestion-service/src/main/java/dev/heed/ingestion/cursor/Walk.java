package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.mention.Via;
import dev.heed.x.PageRequest;
import dev.heed.x.XPage;
import dev.heed.x.XPost;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A walk over an account's mentions, page by page, from the newest back to where it began last time.
 *
 * <p>The cursor becomes {@link #highest()} only with the last page: pages come newest first, so a walk that breaks off has
 * heard the newest and not what lies between.
 *
 * @param since only posts newer than this id; null on the first walk, which goes by {@code from}
 * @param from only posts from this time on
 * @param token of the next page; null for the first one
 * @param highest the newest post met so far; 0 for none
 * @param posts how many posts were met, {@code pages} how many pages
 */
record Walk(
        Account account,
        Via via,
        @Nullable Long since,
        Instant from,
        @Nullable String token,
        long highest,
        int posts,
        int pages) {

    private static final int PAGE = 100;
    /** X shows no more than this many mentions of an account. */
    private static final int MOST_POSTS = 800;
    /** Far more than X has pages: an endless walk is no walk. */
    private static final int MOST_PAGES = 100;
    /** How far X's clock may be ahead of ours; less than the overlap, so that it hides nothing. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    static Walk begin(Account account, Via via, OptionalLong cursor, Instant now, Reach reach) {
        Duration back = via == Via.SWEEP ? reach.sweep() : reach.overlap();
        Long since = cursor.isPresent() ? (Long) Snowflake.before(cursor.getAsLong(), back) : null;
        return new Walk(account, via, since, now.minus(reach.first()), null, 0, 0, 0);
    }

    /** How far a walk goes back: behind the cursor, behind it on a sweep, and where there is no cursor yet. */
    record Reach(Duration overlap, Duration sweep, Duration first) {}

    PageRequest request() {
        return new PageRequest(PAGE, since == null ? null : Long.toString(since), null, from, token);
    }

    /** X no longer knows the id that the walk was to go back to: begin again by time. */
    Walk byTime() {
        return new Walk(account, via, null, from, null, 0, 0, 0);
    }

    /** After this page. Ids from the future are no measure: they would hide what comes between. */
    Walk after(XPage page, Instant now) {
        long latest = Snowflake.at(now.plus(SKEW));
        long newest = page.posts().stream()
                .map(XPost::id)
                .map(Snowflake::parse)
                .flatMapToLong(OptionalLong::stream)
                .map(id -> Math.min(id, latest))
                .max()
                .orElse(0);
        return new Walk(
                account,
                via,
                since,
                from,
                page.nextToken(),
                Math.max(highest, newest),
                posts + page.posts().size(),
                pages + 1);
    }

    /** Whether there is no further page. */
    boolean isOver() {
        return token == null;
    }

    boolean isEndless() {
        return pages >= MOST_PAGES;
    }

    /** X may have hidden older mentions: more came since the last walk than it shows. */
    boolean mayHaveGap() {
        return posts >= MOST_POSTS;
    }
}
