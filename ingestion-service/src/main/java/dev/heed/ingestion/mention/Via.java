package dev.heed.ingestion.mention;

import java.util.Locale;

/** How a mention was heard first. */
public enum Via {
    /** By looking at what is new. */
    POLL,
    /** By looking again, further back, for what X showed late. */
    SWEEP,
    /** By searching: for a watch, or for the account's handle. */
    SEARCH,
    /** X told by itself. */
    WEBHOOK,
    /** By filling a gap. */
    BACKFILL;

    /** Whether it was looked for, and not shown by X because of the account. */
    boolean isSearch() {
        return this == SEARCH || this == BACKFILL;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Via of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
