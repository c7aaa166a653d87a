package dev.heed.ingestion.gap;

import dev.heed.ingestion.account.AccountId;
import java.time.Duration;
import java.time.Instant;
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
