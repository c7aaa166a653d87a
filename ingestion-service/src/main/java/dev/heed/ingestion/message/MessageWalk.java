package dev.heed.ingestion.message;

import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.rota.Depth;
import dev.heed.x.XMessage;
import dev.heed.x.XMessagePage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A walk over an account's messages, newest first, back to what an earlier walk heard.
 *
 * <p>X knows no {@code since_id} here and allows few calls, so a walk may take several turns: where it broke off is kept, and
 * the next turn goes on there. {@link #highest()} moves only with the last page; what comes meanwhile is the next walk's.
 *
 * <p>X bills for every message shown, on every UTC day anew. So a walk begins with a glance at the newest few, which is all
 * where nobody or hardly anybody wrote; if that does not reach what was heard, it begins again with whole pages.
 *
 * @param from where the account's first walk began: what is older was there before we were asked to listen, and is never news
 * @param highest id up to which all was heard; 0 where there was none
 * @param walkedAt when a walk last came to its end; null before the first one did
 * @param token of the next page; null where a walk begins or is over
 * @param met the newest id that this walk has met; 0 where it has not even glanced
 * @param over whether there is nothing further to read
 */
record MessageWalk(
        Instant from,
        long highest,
        @Nullable Instant walkedAt,
        @Nullable String token,
        long met,
        boolean over) {

    /** X's ids are in order of time only roughly: what came this little before the cursor is looked at again. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    /** What X shows late is found by looking this far back; X bills a message once a UTC day, however often it is read. */
    private static final Duration SWEEP = Duration.ofHours(1);
    /** X shows no older ones. */
    private static final Duration SHOWN = Duration.ofDays(30);

    private static final int GLANCE = 10;
    private static final int PAGE = 100;

    /** Messages with ids between these two, which X no longer shows. */
    record Lost(long from, long to) {}

    static MessageWalk first(Instant from) {
        return new MessageWalk(from, 0, null, null, 0, false);
    }

    /** How many messages the next page may show. */
    int most() {
        return met > 0 || isFirst() ? PAGE : GLANCE;
    }

    private boolean isFirst() {
        return walkedAt == null && highest == 0;
    }

    /** X no longer takes the token: the walk begins again at the newest, and hears again what it has heard. */
    MessageWalk anew() {
        return new MessageWalk(from, highest, walkedAt, null, 0, false);
    }

    /** After this page. */
    MessageWalk after(XMessagePage page, Depth depth, Instant now) {
        long newest = ids(page.messages()).max().orElse(0);
        long wanted = Math.max(Snowflake.before(highest, depth == Depth.SWEEP ? SWEEP : OVERLAP), Snowflake.at(from));
        long all = Math.max(met, newest);
        if (page.nextToken() == null || oldest(page) < wanted) {
            return new MessageWalk(from, Math.max(highest, all), now, null, 0, true);
        }
        String next = most() == GLANCE ? null : page.nextToken();
        return new MessageWalk(from, highest, walkedAt, next, Math.max(all, 1), false);
    }

    /** What nobody heard, where this page is the last that X has and does not reach back to the last walk's end. */
    Optional<Lost> lost(XMessagePage page, Instant now) {
        if (walkedAt == null || page.nextToken() != null) {
            return Optional.empty();
        }
        long heard = Math.max(highest, Snowflake.at(walkedAt));
        long shown = Snowflake.at(now.minus(SHOWN));
        return heard < shown && oldest(page) > heard ? Optional.of(new Lost(heard, shown)) : Optional.empty();
    }

    /** Those of the page that may be news. */
    List<XMessage> wanted(XMessagePage page) {
        return page.messages().stream()
                .filter(message -> !message.createdAt().isBefore(from))
                .toList();
    }

    private static long oldest(XMessagePage page) {
        return ids(page.messages()).min().orElse(Long.MAX_VALUE);
    }

    private static LongStream ids(List<XMessage> messages) {
        return messages.stream()
                .mapToLong(message -> Snowflake.parse(message.id()).orElse(0));
    }
}
