package dev.heed.audit.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry records. Its {@link #word()} is written into the entry's bytes, so a word is never changed or used again. */
enum Kind {
    /** A step of a ticket: the trail of decisions and of owners. */
    TICKET,
    /** Somebody means to post this text; nothing has been posted yet. */
    INTENT,
    /** This was posted, in public. At most one for each reply. */
    RESPONSE,
    /** X, or we, did not post it, and why. */
    REFUSAL,
    /** Whether it was posted is not known and a person has to decide. */
    UNKNOWN,
    /** A publication that contradicts a response on the record: the same reply as another post or text, or the same post twice. */
    CONFLICT,
    /** Something that ought to be on the record, or to have been heard, is not. */
    FINDING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
