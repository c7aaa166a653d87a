package dev.heed.ingestion.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.messaging.Trace;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as shown to those who answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DirectMessage")
record MessageView(
        @Schema(description = "X's id of the message") String id,

        @Schema(description = "The account that received it")
        AccountOfMessage account,

        @Schema(description = "X's id of the conversation") String conversationId,

        String senderId,

        @Schema(description = "Without @") @Nullable String senderHandle,

        @Nullable String senderName,

        @Schema(description = "What it says; absent where it is unopenable") @Nullable
        String text,

        @Schema(
                description =
                        "True where it was kept under another HEED_SECRET_KEY than the present one; else absent. It can be read again only with that key, or on X")
        @Nullable
        Boolean unopenable,

        @Schema(description = "How many photos, films or the like go with it")
        int media,

        Instant createdAt,
        Instant heardAt,

        @Schema(description = "poll or webhook") String via,

        @Schema(description = "The trace that begins with it: 32 hex digits")
        String traceId) {

    /** Id and handle of an account. */
    @Schema(name = "AccountOfMessage")
    record AccountOfMessage(String id, String handle) {}

    /** A page of messages, the last heard first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DirectMessages")
    record Page(
            List<MessageView> items,

            @Schema(description = "Give it back as cursor for those before; absent on the last page") @Nullable
            String next) {}

    static MessageView of(Messages.Stored stored) {
        Message message = stored.message();
        return new MessageView(
                message.id(),
                new AccountOfMessage(message.account().value(), message.accountHandle()),
                message.conversationId(),
                message.senderId(),
                message.senderHandle(),
                message.senderName(),
                stored.opens() ? message.text() : null,
                stored.opens() ? null : true,
                message.media(),
                message.createdAt(),
                message.heardAt(),
                message.via().word(),
                Trace.traceId(message.traceparent()));
    }
}
