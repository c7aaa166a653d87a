package dev.heed.reply.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.reply.guard.Check;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draft as clients see it. Its id is the id of the reply in events and in the permanent record. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A draft, its checks, and what became of it. Times are RFC 3339 in UTC; absent fields do not apply.")
public record DraftView(
        ReplyId id,
        String ticketId,
        String inReplyTo,
        String text,
        String author,

        @Schema(
                description =
                        "drafted, blocked (a guard forbids it), intended (waits for the record, for its turn, or for"
                                + " what holdReason says), sending, published, refused, unknown (X's answer is unclear; its timeline"
                                + " is read before anything is repeated)")
        String state,

        @Schema(description = "What each guard says; span is in UTF-16 code units of text")
        List<Check> checks,

        @Schema(description = "Calls to X so far, at most 2")
        int attempts,

        @Nullable String postId,
        @Nullable Instant publishedAt,

        @Schema(description = "answer: X said so; reconciled: found on the account's timeline") @Nullable
        String howKnown,

        Progress.@Nullable Refusal refusal,
        @Nullable String holdReason,

        @Schema(description = "true when only a lead can say what became of it") @Nullable
        Boolean needsPerson,

        Instant createdAt,
        Instant updatedAt) {

    /** A draft and its progress, as told by the publication room. */
    public static DraftView of(Draft draft, Progress progress) {
        return new DraftView(
                draft.id(),
                draft.ticketId(),
                draft.inReplyTo(),
                draft.text(),
                draft.author(),
                progress.state(),
                draft.checks(),
                progress.attempts(),
                progress.postId(),
                progress.publishedAt(),
                progress.howKnown(),
                progress.refusal(),
                progress.holdReason(),
                progress.needsPerson() ? Boolean.TRUE : null,
                draft.createdAt(),
                draft.updatedAt());
    }
}
