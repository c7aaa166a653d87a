package dev.heed.ingestion.cursor;

import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.rota.Depth;
import dev.heed.x.PageRequest;
import dev.heed.x.XPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a stream, page by page, from the newest back to where the last one began.
 *
 * <p>The cursor becomes {@link #highest()} only with the last page: pages come newest first, so a walk that breaks off has
 * heard the newest and not what lies between.
 *
 * @param cursor null on the first walk of a stream
 * @param bound how the walk tells X where to end
 * @param low the id down to which it goes
 * @param token of the next page; null for the first one, and after the last
 * @param highest the newest post met so far; 0 for none
 * @param lowest the oldest post met so far
 * @param posts how many posts were met, {@code pages} how many pages
 * @param behind pages that lay wholly behind what was heard
 */
record Walk(
        Stream stream,
        Depth depth,
        @Nullable Cursor cursor,
        Reach reach,
        Instant begun,
        Bound bound,
        long low,
        @Nullable String token,
        long highest,
        long lowest,
        int posts,
        int pages,
        int behind) {

    /** By the id behind which it ends; by time, where X does not take the id; or not at all, where it takes neither. */
    enum Bound {
        ID,
        TIME,
        NONE
    }

    private static final int PAGE = 100;
    /** An endless walk is no walk; and ten thousand posts cost fifty dollars. */
    private static final int MOST_PAGES = 100;
    /** How far X's clock may be ahead of ours; less than the overlap, so that it hides nothing. */
    private static final Duration SKEW = Duration.ofMinutes(1);
    /** X forgets ids that are older than a week; where nothing is said for so long, a younger one does. */
    private static final Duration LONGEST = Duration.ofDays(6);

    static Walk begin(Stream stream, Depth wanted, Optional<Cursor> cursor, Instant now, Reach reach) {
        Cursor known = cursor.orElse(null);
        if (known == null) {
            return new Walk(
                    stream,
                    wanted,
                    null,
                    reach,
                    now,
                    Bound.TIME,
                    first(stream, reach, now),
                    null,
                    0,
                    Long.MAX_VALUE,
                    0,
                    0,
                    0);
        }
        Depth depth = reach.deepened(wanted, known, now);
        long since = Math.max(
                reach.since(known, depth, now), Snowflake.at(known.walkedAt().minus(LONGEST)));
        long low = Math.max(stream.isSearch() ? Math.max(since, Gap.horizon(now)) : since, stream.wantedFrom());
        return new Walk(stream, depth, known, reach, now, Bound.ID, low, null, 0, Long.MAX_VALUE, 0, 0, 0);
    }

    private static long first(Stream stream, Reach reach, Instant now) {
        long wanted = Snowflake.at(stream.first(now, reach.first()));
        return stream.isSearch() ? Math.max(wanted, Gap.horizon(now)) : wanted;
    }

    PageRequest request() {
        return switch (bound) {
            case ID -> new PageRequest(PAGE, Long.toString(low), null, null, token);
            case TIME -> new PageRequest(PAGE, null, null, Snowflake.time(low), token);
            case NONE -> new PageRequest(PAGE, null, null, null, token);
        };
    }

    /** X does not take how the walk is bounded: the next way, from the beginning; empty where there is none. */
    Optional<Walk> otherwise() {
        return switch (bound) {
            case ID -> Optional.of(boundBy(Bound.TIME));
            case TIME -> Optional.of(boundBy(Bound.NONE));
            case NONE -> Optional.empty();
        };
    }

    private Walk boundBy(Bound other) {
        return new Walk(stream, depth, cursor, reach, begun, other, low, null, 0, Long.MAX_VALUE, 0, 0, 0);
    }

    /** After this page. Ids from the future are no measure: they would hide what comes between. */
    Walk after(XPage page, Instant now) {
        long latest = Snowflake.at(now.plus(SKEW));
        long newest = ids(page).map(id -> Math.min(id, latest)).max().orElse(0);
        long oldest = ids(page).min().orElse(Long.MAX_VALUE);
        // X leaves out of a page what cannot be seen: one of which nothing is left says nothing of where it lay
        boolean isBehind = cursor != null && newest > 0 && newest <= cursor.highest();
        return new Walk(
                stream,
                depth,
                cursor,
                reach,
                begun,
                bound,
                low,
                page.nextToken(),
                Math.max(highest, newest),
                Math.min(lowest, oldest),
                posts + page.posts().size() + page.unreadable().size(),
                pages + 1,
                behind + (isBehind ? 1 : 0));
    }

    static LongStream ids(XPage page) {
        List<String> ids = new ArrayList<>(page.unreadable());
        page.posts().forEach(post -> ids.add(post.id()));
        return ids.stream().map(Snowflake::parse).flatMapToLong(OptionalLong::stream);
    }

    /**
     * Whether no further page is wanted. A poll looks one whole page behind what was heard, and leaves the rest to the
     * sweep: in a burst the overlap alone is many pages.
     */
    boolean isOver() {
        return token == null || isTooLong() || (depth == Depth.POLL && behind > 0);
    }

    /** It was not walked to the end, and will not be. */
    boolean isTooLong() {
        return pages >= MOST_PAGES && token != null;
    }

    Via via() {
        return stream.via(depth);
    }

    /** Where the cursor stands when the walk is over. */
    Cursor reached() {
        if (stream.isQuoting()) {
            // whatever else was posted since is left out for good: no later walk of the stream goes back for it
            long until = Snowflake.at(begun.minus(SKEW));
            return new Cursor(Math.max(highest, until), reach.swept(null, depth, begun), begun);
        }
        return new Cursor(Math.max(highest, low), reach.swept(cursor, depth, begun), begun);
    }

    /** What lies between what was heard before and the oldest that X showed now, if anything does. */
    Optional<Span> hidden() {
        if (cursor == null) {
            return Optional.empty();
        }
        boolean cutShort = isAllThereIs() || isTooLong() || (bound == Bound.NONE && posts > 0);
        long floor = cutShort ? Math.min(lowest, Snowflake.at(begun)) : low;
        return floor > cursor.heard()
                ? Optional.of(new Span(Snowflake.before(cursor.heard(), reach.overlap()), floor))
                : Optional.empty();
    }

    /**
     * As many pages as X has for the stream. Not as many posts: X counts what it leaves out of the pages, and whatever came of
     * them, nothing lies behind the last. Where that was the end anyway, a search finds nothing in the gap.
     */
    private boolean isAllThereIs() {
        return pages * PAGE >= stream.most();
    }

    /** Why something is hidden, in words. */
    String whyHidden() {
        if (isAllThereIs()) {
            return "More was said than X shows, which is the newest %d".formatted(stream.most());
        }
        if (isTooLong()) {
            return "More was found than is read in one turn, which is %d pages%s"
                    .formatted(MOST_PAGES, stream.watch() == null ? "" : ": a narrower query finds less");
        }
        return "Nobody listened for longer than X looks back";
    }
}
