package dev.heed.reply.draft;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.heed.messaging.UuidV7;
import java.util.Optional;
import java.util.UUID;

/** Identity of a reply, from its first draft to its entry in the permanent record. */
public record ReplyId(@JsonValue UUID value) {

    @JsonCreator
    public ReplyId {}

    static ReplyId next() {
        return new ReplyId(UuidV7.next());
    }

    /** Of an address; empty where it cannot be one. */
    public static Optional<ReplyId> parse(String text) {
        try {
            return Optional.of(new ReplyId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
