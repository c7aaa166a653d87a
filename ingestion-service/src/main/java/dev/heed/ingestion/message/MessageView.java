package dev.heed.ingestion.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.messaging.Trace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
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
        String text,

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
            String next) {

        /** @param found up to one more than the page holds, which tells that there is a next page */
        static Page of(List<Messages.Stored> found, int size) {
            boolean more = found.size() > size;
            List<Messages.Stored> page = more ? found.subList(0, size) : found;
            return new Page(
                    page.stream().map(stored -> view(stored.message())).toList(),
                    more ? cursor(page.getLast().position()) : null);
        }
    }

    /** The position that a cursor stands for; empty if no such cursor was ever given out. */
    static OptionalLong before(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    private static MessageView view(Message message) {
        return new MessageView(
                message.id(),
                new AccountOfMessage(message.account().value(), message.accountHandle()),
                message.conversationId(),
                message.senderId(),
                message.senderHandle(),
                message.senderName(),
                message.text(),
                message.media(),
                message.createdAt(),
                message.heardAt(),
                message.via().word(),
                Trace.traceId(message.traceparent()));
    }

    private static String cursor(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
    }
}
