package dev.heed.ingestion.mention;

import dev.heed.messaging.Event;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of {@code mention.received.v1}: a mention was heard and stored. */
@RegisterForReflection
record MentionReceivedV1(AccountV1 account, PostV1 post, Instant heardAt, String via) {

    static final String TYPE = "mention.received.v1";

    record AccountV1(String id, String handle) {}

    record PostV1(
            String id,
            String text,
            String authorId,
            String authorHandle,
            String authorName,
            Instant createdAt,
            String conversationId,
            @Nullable String inReplyToPostId,
            @Nullable String inReplyToUserId,
            @Nullable String lang,
            String kind,
            boolean addressed) {}

    /** The whole event; a conversation's mentions leave in the order in which they were heard. */
    static Event event(Mention mention) {
        return new Event(
                TYPE, mention.conversationId(), mention.account().value(), data(mention), mention.traceparent());
    }

    private static MentionReceivedV1 data(Mention mention) {
        return new MentionReceivedV1(
                new AccountV1(mention.account().value(), mention.accountHandle()),
                new PostV1(
                        mention.postId(),
                        mention.text(),
                        mention.authorId(),
                        mention.authorHandle(),
                        mention.authorName(),
                        mention.createdAt(),
                        mention.conversationId(),
                        mention.inReplyToPostId(),
                        mention.inReplyToUserId(),
                        mention.lang(),
                        mention.kind().word(),
                        mention.addressed()),
                mention.heardAt(),
                mention.via().word());
    }
}
