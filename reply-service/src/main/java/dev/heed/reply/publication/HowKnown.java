package dev.heed.reply.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** How we know that a post exists: X answered the call, or it was found afterwards. */
@RegisterForReflection
enum HowKnown {
    ANSWER,
    RECONCILED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
