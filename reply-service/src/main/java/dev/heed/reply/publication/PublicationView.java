package dev.heed.reply.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.heed.reply.draft.Progress;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.publication.PublicationState.Unknown;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publication as leads see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A publication and where it stands. Times are RFC 3339 in UTC; absent fields do not apply.")
record PublicationView(
        ReplyId id,
        String ticketId,
        Account account,
        String inReplyTo,
        String text,
        String author,
        Instant intendedAt,

        @Schema(description = "intended, sending, published, refused or unknown")
        String state,

        @Schema(description = "Calls to X so far, at most 2")
        int attempts,

        @Nullable String postId,
        @Nullable Instant publishedAt,
        @Nullable String howKnown,
        Progress.@Nullable Refusal refusal,

        @Schema(description = "Why it waits, in words") @Nullable
        String holdReason,

        @Nullable Instant unknownSince,

        @Schema(description = "true when only a lead can say what became of it") @Nullable
        Boolean needsPerson) {

    record Account(String id, String handle) {}

    static PublicationView of(Publication publication) {
        Reply reply = publication.reply();
        Progress progress = PublicationProgress.of(publication.state());
        return new PublicationView(
                reply.id(),
                reply.ticketId(),
                new Account(reply.accountId(), reply.accountHandle()),
                reply.inReplyTo(),
                reply.text(),
                reply.author(),
                reply.intendedAt(),
                progress.state(),
                progress.attempts(),
                progress.postId(),
                progress.publishedAt(),
                progress.howKnown(),
                progress.refusal(),
                progress.holdReason(),
                publication.state() instanceof Unknown unknown ? unknown.since() : null,
                progress.needsPerson() ? Boolean.TRUE : null);
    }
}
