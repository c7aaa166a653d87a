package dev.heed.routing.triage;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.MalformedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code message.received.v1}. */
@RegisterForReflection
record MessageReceivedV1(
        AccountV1 account, MessageV1 message, @Nullable AuthorV1 author, Instant heardAt) {

    record MessageV1(
            String id,
            String conversationId,
            String senderId,
            @Nullable String senderHandle,
            @Nullable String senderName,
            String text,
            Instant createdAt,
            @Nullable List<MediaV1> media) {}

    static MessageReceivedV1 of(Envelope event) {
        var received = event.dataAs(MessageReceivedV1.class);
        if (received.message.senderId.equals(received.account.id())) {
            throw new MalformedEvent("message.senderId is the account itself: what we write is no message to us");
        }
        return received;
    }
}
