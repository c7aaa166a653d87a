package dev.heed.ingestion.message;

import dev.heed.x.XMessage;
import dev.heed.x.XMessagePage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A walk over an account's messages, newest first, back to what an earlier walk heard.
 *
 * <p>X knows no {@code since_id} here and allows few calls, so a walk may take several turns: where it broke off is kept, and
 * the next turn goes on there. {@link #highest()} moves only with the last page; what comes meanwhile is the next walk's.
 *
 * @param highest id up to which all was heard; 0 before the first walk was finished
 * @param token of the next page; null where a walk begins or is over
 * @param met the newest id that this walk has met
 * @param over whether there is nothing further to read
 */
record MessageWalk(long highest, @Nullable String token, long met, boolean over) {

    static final MessageWalk FIRST = new MessageWalk(0, null, 0, false);

    /** X's ids are in order of time only roughly: what came this little before the cursor is looked at again. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int TIME_SHIFT = 22;
    private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;

    /** Whether no walk was finished before. */
    boolean isFirst() {
        return highest == 0;
    }

    /** X no longer takes the token: the walk begins again at the newest, and hears again what it has heard. */
    MessageWalk anew() {
        return new MessageWalk(highest, null, 0, false);
    }

    /**
     * After this page.
     *
     * @param from nothing older is wanted, however far X goes back
     */
    MessageWalk after(XMessagePage page, Instant from) {
        long newest = ids(page.messages()).max().orElse(0);
        long oldest = ids(page.messages()).min().orElse(Long.MAX_VALUE);
        long wanted = Math.max(highest - (OVERLAP.toMillis() << TIME_SHIFT), idAt(from));
        long all = Math.max(met, newest);
        boolean last = page.nextToken() == null || oldest < wanted;
        return last
                ? new MessageWalk(Math.max(highest, all), null, 0, true)
                : new MessageWalk(highest, page.nextToken(), all, false);
    }

    /** Those of the page that are not older than wanted. */
    static List<XMessage> wanted(XMessagePage page, Instant from) {
        return page.messages().stream()
                .filter(message -> !message.createdAt().isBefore(from))
                .toList();
    }

    private static LongStream ids(List<XMessage> messages) {
        return messages.stream().mapToLong(message -> number(message.id()));
    }

    private static long idAt(Instant time) {
        return Math.max(0, time.toEpochMilli() - SNOWFLAKE_EPOCH) << TIME_SHIFT;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException beyondALong) {
            return 0;
        }
    }
}
