package dev.heed.routing.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code reply.refused.v1}. */
@RegisterForReflection
record ReplyRefusedV1(
        String ticketId,
        @Nullable String inReplyTo,
        String author,
        String reason,
        @Nullable String detail) {

    /** For the ticket's history: whose reply, and why. */
    String why() {
        return "the reply of " + author + ": " + reason
                + (detail == null || detail.isBlank() ? "" : " (" + detail + ")");
    }
}
