package dev.heed.ingestion.spending;

import java.util.Locale;

/** What X bills for reading. */
enum Kind {
    POST,
    USER,
    MESSAGE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
