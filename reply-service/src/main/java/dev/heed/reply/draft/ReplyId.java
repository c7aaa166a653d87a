package dev.heed.reply.draft;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.heed.messaging.UuidV7;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identity of a reply, from its first draft to its entry in the permanent record. */
public record ReplyId(@JsonValue UUID value) {

    @JsonCreator
    public ReplyId {}

    static ReplyId next() {
        return new ReplyId(UuidV7.next());
    }

    /** For a path parameter: JAX-RS answers 404 when this throws. */
    public static ReplyId fromString(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("no id");
        }
        return new ReplyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
