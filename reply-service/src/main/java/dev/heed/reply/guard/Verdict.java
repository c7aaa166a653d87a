package dev.heed.reply.guard;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What a guard says of a text, from harmless to forbidden; the order is the order of weight. */
@RegisterForReflection
public enum Verdict {
    PASS,
    WARN,
    NEEDS_APPROVAL,
    BLOCK;

    /** As in the API and in events: {@code pass}, {@code warn}, {@code needs_approval}, {@code block}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a text with this verdict may be posted without anybody else's word. */
    public boolean letsPost() {
        return this == PASS || this == WARN;
    }
}
