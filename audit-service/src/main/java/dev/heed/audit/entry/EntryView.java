package dev.heed.audit.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.messaging.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry for people to read: nothing but what its bytes say, beside its place and its leaf hash. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Entry", description = "One entry of the audit log. Absent fields do not apply to its kind.")
record EntryView(
        @Schema(description = "Place in the log, gapless from 0")
        long index,

        @Schema(description = "ticket, intent, response, refusal, unknown, conflict or finding")
        String kind,

        @Schema(description = "X user id of the account") String account,
        @Nullable String ticketId,
        @Nullable String replyId,

        @Nullable @Schema(description = "Our post of a response; the customer's post of a step of a ticket")
        String postId,

        @Nullable @Schema(description = "User name of who did it; absent where the policy did")
        String author,

        @Schema(description = "When it happened, RFC 3339, UTC")
        Instant occurredAt,

        @Schema(description = "When it was put on the record, RFC 3339, UTC")
        Instant sealedAt,

        @Schema(description = "RFC 6962 leaf hash of the entry's bytes, base64")
        String leafHash,

        @Schema(description = "The 32 hex digits that all that one mention caused share") @Nullable
        String traceId,

        @Schema(type = SchemaType.OBJECT, description = "What is particular to the kind")
        JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EntryView of(StoredEntry entry) {
        JsonNode said = read(entry.bytes());
        String traceparent = said.at("/source/traceparent").textValue();
        return new EntryView(
                entry.index(),
                said.path("kind").asText(),
                said.path("account").asText(),
                said.path("ticketId").textValue(),
                said.path("replyId").textValue(),
                said.path("postId").textValue(),
                said.path("author").textValue(),
                Instant.parse(said.path("occurredAt").asText()),
                Instant.parse(said.path("sealedAt").asText()),
                entry.leafHash().base64(),
                Trace.isValid(traceparent) ? Trace.traceId(traceparent) : null,
                said.path("body"));
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an entry of the log is no JSON; run the verification", e);
        }
    }
}
