package dev.heed.ingestion.gap;

import dev.heed.ingestion.account.AccountId;
import dev.heed.messaging.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A stretch of posts that may not have been heard. Filled from the newest down.
 *
 * @param source the word of the source whose walk met it
 * @param from the id after which it begins
 * @param to the id before which it ends
 * @param reached what is newer than this id was heard; from {@code to} down to {@code from}
 * @param filled how many mentions were new in it so far
 * @param why in words
 */
public record Gap(
        UUID id,
        AccountId account,
        String source,
        long from,
        long to,
        long reached,
        GapState state,
        int filled,
        String why,
        Instant openedAt) {

    /** X searches this far back. */
    private static final Duration SEARCHABLE = Duration.ofDays(7);
    /** For what clocks and calls take. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    /** Of one post, which X did not show where it belonged: it is asked for by its id. */
    public static Gap ofPost(long post, AccountId account, String source, String why, Instant now) {
        return new Gap(UuidV7.next(), account, source, post - 1, post + 1, post + 1, GapState.OPEN, 0, why, now);
    }

    /** The id of the post that is all it has room for; empty where there may be more. */
    public Optional<String> post() {
        return to - from == 2 ? Optional.of(Long.toString(from + 1)) : Optional.empty();
    }

    /** The least id that a search still takes. */
    public static long horizon(Instant now) {
        return Snowflake.at(now.minus(SEARCHABLE).plus(MARGIN));
    }

    /** Where the search for the rest of it begins: X refuses what is older. */
    public long searchableFrom(Instant now) {
        return Math.max(from, horizon(now));
    }

    /** Whether X finds anything of what is left. */
    public boolean isSearchable(Instant now) {
        return reached > searchableFrom(now);
    }

    /**
     * What becomes of it once everything down to this id was heard.
     *
     * @param heardTo its begin, or the least id that X still searched
     */
    public Gap closed(long heardTo) {
        if (heardTo <= from) {
            return with(GapState.FILLED, from);
        }
        return with(heardTo < to ? GapState.PARTLY : GapState.UNFILLABLE, Math.min(heardTo, reached));
    }

    /** After a page that went down to this id. */
    public Gap down(long lowest) {
        return with(state, Math.max(from, lowest));
    }

    /** So many more were new in it. */
    public Gap more(int fresh) {
        return new Gap(id, account, source, from, to, reached, state, filled + fresh, why, openedAt);
    }

    public Instant begins() {
        return Snowflake.time(from);
    }

    public Instant ends() {
        return Snowflake.time(to);
    }

    /** What is later than this was heard. */
    public Instant heardDownTo() {
        return Snowflake.time(reached);
    }

    /** The end of what is lost for good, where something is. */
    Instant lostUntil() {
        return Snowflake.time(reached);
    }

    private Gap with(GapState became, long heardTo) {
        return new Gap(id, account, source, from, to, heardTo, became, filled, why, openedAt);
    }
}
