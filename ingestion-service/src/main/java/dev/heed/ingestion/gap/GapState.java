package dev.heed.ingestion.gap;

import java.util.Locale;

/** What became of a gap. */
public enum GapState {
    /** It is being filled. */
    OPEN,
    /** All that X finds in it was heard. */
    FILLED,
    /** Its newer part was heard; X does not search back to the rest. */
    PARTLY,
    /** Nothing of it was heard, and nobody looks for it: X does not search back to it, or it is too much. */
    UNFILLABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether something of it is lost for good. */
    public boolean isLoss() {
        return this == PARTLY || this == UNFILLABLE;
    }

    static GapState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
