package dev.heed.ingestion.withdrawal;

import java.util.Locale;

/** Why a post is not to be kept any longer. */
public enum Reason {
    /** Its author, or X, deleted it; or its author left X. */
    DELETED,
    /** Its author lets only their followers read them. */
    PROTECTED,
    /** X suspended its author. */
    SUSPENDED,
    /** Withheld by law or for copyright, in some country at least. */
    WITHHELD,
    /** X says no more than that it does not show it. */
    UNAVAILABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
