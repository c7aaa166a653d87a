package dev.heed.ingestion.mention;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.ingestion.parent.ParentPost;
import dev.heed.messaging.Trace;
import dev.heed.x.XMedia;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A mention as shown. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mention")
record MentionView(
        @Schema(description = "Id of the post on X; of its newest version where it was edited")
        String postId,

        @Schema(description = "Id of its first version: the same as postId where it was never edited")
        String firstId,

        @Schema(description = "The account that it turns to")
        AccountOfMention account,

        @Schema(description = "Whole, as it was typed") String text,

        String authorId,

        @Schema(description = "Without @") String authorHandle,

        String authorName,
        Instant createdAt,

        @Schema(description = "Id of the post that began the thread")
        String conversationId,

        @Schema(description = "Id of the post that it answers") @Nullable
        String inReplyToPostId,

        @Schema(description = "Id of the post that it quotes") @Nullable
        String quotedPostId,

        @Schema(description = "BCP 47, as X guessed it") @Nullable
        String lang,

        @Schema(description = "What is attached; absent where nothing is") @Nullable
        List<Media> media,

        @Schema(description = "What it answers, else what it quotes; absent where there is none, or X does not show it")
        @Nullable
        Parent parent,

        @Schema(description = "mention, reply, quote or watch")
        String kind,

        @Schema(description = "It speaks to the account, not only about it")
        boolean addressed,

        @Schema(description = "The watch that found it; absent where none did") @Nullable
        Watched watch,

        @Schema(description = "Whether X lets the account answer it by API, and why")
        Answerable answerable,

        Instant heardAt,

        @Schema(description = "poll, sweep (found by looking again further back), search, webhook or backfill")
        String via,

        @Schema(description = "The trace that begins with this mention: 32 hex digits")
        String traceId) {

    /** Id and handle of an account. */
    @RegisterForReflection
    record AccountOfMention(String id, String handle) {}

    /** An attachment. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Media")
    record Media(
            @Schema(description = "photo, video or animated_gif")
            String type,

            @Schema(description = "Where X serves it") @Nullable
            String url,

            @Schema(description = "What its author says that it shows") @Nullable
            String altText) {

        static Media of(XMedia media) {
            return new Media(media.type(), media.url(), media.altText());
        }
    }

    /** A post that the mention answers or quotes. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ParentOfMention")
    record Parent(String id, String authorId, @Nullable String authorHandle, String text, Instant createdAt) {

        static Parent of(ParentPost post) {
            return new Parent(post.id(), post.authorId(), post.authorHandle(), post.text(), post.createdAt());
        }
    }

    static MentionView of(StoredMention stored) {
        Mention mention = stored.mention();
        Post post = mention.post();
        return new MentionView(
                post.id(),
                post.firstId(),
                new AccountOfMention(mention.account().value(), mention.accountHandle()),
                post.text(),
                post.authorId(),
                post.authorHandle(),
                post.authorName(),
                post.createdAt(),
                post.conversationId(),
                post.inReplyToPostId(),
                post.quotedPostId(),
                post.lang(),
                post.media().isEmpty()
                        ? null
                        : post.media().stream().map(Media::of).toList(),
                stored.parent() == null ? null : Parent.of(stored.parent()),
                mention.kind().word(),
                mention.addressed(),
                mention.watch(),
                mention.answerable(),
                mention.heardAt(),
                mention.via().word(),
                Trace.traceId(mention.traceparent()));
    }
}
