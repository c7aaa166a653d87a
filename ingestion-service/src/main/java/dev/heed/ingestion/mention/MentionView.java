package dev.heed.ingestion.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.messaging.Trace;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mention as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mention")
record MentionView(
        @Schema(description = "Id of the post on X") String postId,

        @Schema(description = "The account that it turns to")
        AccountOfMention account,

        String text,
        String authorId,

        @Schema(description = "Without @") String authorHandle,

        String authorName,
        Instant createdAt,

        @Schema(description = "Id of the post that began the thread")
        String conversationId,

        @Schema(description = "Id of the post that it answers") @Nullable
        String inReplyToPostId,

        @Schema(description = "BCP 47, as X guessed it") @Nullable
        String lang,

        @Schema(description = "mention, reply or quote") String kind,

        @Schema(description = "It speaks to the account, not only about it")
        boolean addressed,

        Instant heardAt,

        @Schema(description = "poll, or sweep: found by looking again further back")
        String via,

        @Schema(description = "The trace that begins with this mention: 32 hex digits")
        String traceId) {

    /** Id and handle of an account. */
    record AccountOfMention(String id, String handle) {}

    static MentionView of(Mention mention) {
        return new MentionView(
                mention.postId(),
                new AccountOfMention(mention.account().value(), mention.accountHandle()),
                mention.text(),
                mention.authorId(),
                mention.authorHandle(),
                mention.authorName(),
                mention.createdAt(),
                mention.conversationId(),
                mention.inReplyToPostId(),
                mention.lang(),
                mention.kind().word(),
                mention.addressed(),
                mention.heardAt(),
                mention.via().word(),
                Trace.traceId(mention.traceparent()));
    }
}
