package dev.heed.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as audit shows it. */
public record EntryView(
        long index,
        String kind,
        @Nullable String account,
        @Nullable String ticketId,
        @Nullable String replyId,
        @Nullable String postId,
        @Nullable String author,
        Instant occurredAt,
        Instant sealedAt,
        String leafHash,
        @Nullable String traceId,
        JsonNode body) {

    /** The text as posted; empty when the entry holds only its hash. */
    public String text() {
        return body.path("text").asText("");
    }

    /** SHA-256 of the text as posted, 64 hex digits. */
    public String textSha256() {
        return body.path("textSha256").asText("");
    }
}
