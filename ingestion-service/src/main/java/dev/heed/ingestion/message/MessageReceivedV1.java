package dev.heed.ingestion.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.ingestion.mention.AuthorContext;
import dev.heed.messaging.Event;
import dev.heed.x.XMedia;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code message.received.v1}: a private message was heard and stored. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageReceivedV1(AccountV1 account, MessageV1 message, AuthorV1 author, Instant heardAt, String via) {

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
            Instant createdAt,
            @Nullable List<MediaV1> media) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MediaV1(
            String type, @Nullable String url, @Nullable String altText) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthorV1(
            @Nullable Long followers,
            @Nullable Boolean verified,
            @Nullable Instant since,
            int mentionsBefore,
            @Nullable Instant firstHeardAt,
            @Nullable String tier) {}

    /** The whole event; a conversation's messages leave in the order in which they were heard. */
    static Event event(HeardMessage heard) {
        Message message = heard.message();
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
                                message.createdAt(),
                                media(heard.media())),
                        author(heard.author()),
                        message.heardAt(),
                        message.via().word()),
                message.traceparent());
    }

    private static AuthorV1 author(AuthorContext author) {
        return new AuthorV1(
                author.followers(),
                author.verified(),
                author.since(),
                author.mentionsBefore(),
                author.firstHeardAt(),
                author.tier());
    }

    /** Null where nothing is attached, or X does not say what. */
    private static @Nullable List<MediaV1> media(List<XMedia> media) {
        return media.isEmpty()
                ? null
                : media.stream()
                        .map(one -> new MediaV1(one.type(), one.url(), one.altText()))
                        .toList();
    }
}
