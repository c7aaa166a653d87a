package dev.heed.reply.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How we know that a post exists: X answered the call, or it was found afterwards. */
enum HowKnown {
    ANSWER,
    RECONCILED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
