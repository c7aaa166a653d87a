package dev.heed.ingestion.mention;

import java.util.Locale;

/** How a post turns to an account. */
public enum Kind {
    /** It names the account. */
    MENTION,
    /** It answers a post of the account. */
    REPLY,
    /** It quotes a post of the account, without naming it. */
    QUOTE,
    /** It is about us, not to us: a watch found it. */
    WATCH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
