package dev.heed.ingestion.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.messaging.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of {@code message.received.v1}: a private message was heard and stored. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageReceivedV1(AccountV1 account, MessageV1 message, Instant heardAt, String via) {

    static final String TYPE = "message.received.v1";

    @RegisterForReflection
    record AccountV1(String id, String handle) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageV1(
            String id,
            String conversationId,
            String senderId,
            @Nullable String senderHandle,
            @Nullable String senderName,
            String text,
            Instant createdAt) {}

    /** The whole event; a conversation's messages leave in the order in which they were heard. */
    static Event event(Message message) {
        return new Event(
                TYPE,
                message.conversationId(),
                message.account().value(),
                new MessageReceivedV1(
                        new AccountV1(message.account().value(), message.accountHandle()),
                        new MessageV1(
                                message.id(),
                                message.conversationId(),
                                message.senderId(),
                                message.senderHandle(),
                                message.senderName(),
                                message.text(),
                                message.createdAt()),
                        message.heardAt(),
                        message.via().word()),
                message.traceparent());
    }
}
