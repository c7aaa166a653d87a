package dev.heed.ingestion.withdrawal;

import java.util.Locale;

/** How a withdrawal became known. */
public enum HowKnown {
    /** X told us. */
    WEBHOOK,
    /** We asked. */
    LOOKUP;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
