package dev.heed.ingestion.message;

import java.util.Locale;

/** How a message was heard first. */
public enum Via {
    /** By looking. */
    POLL,
    /** X told by itself. */
    WEBHOOK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Via of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
