package dev.heed.routing.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.heed.routing.post.Answerable;
import dev.heed.routing.post.Media;
import dev.heed.routing.post.Parent;
import dev.heed.routing.post.WithdrawnPost;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A post, or direct message, as shown on its ticket. */
record PostView(
        String id,

        @Schema(description = "Empty once it was withdrawn, or expired")
        String text,

        String authorId,
        String authorHandle,
        Instant createdAt,

        @Schema(
                description = "watch: about us, not to us; message: a direct message",
                enumeration = {"mention", "reply", "quote", "watch", "message"})
        String kind,

        @Schema(description = "A direct message: never to be answered in public") @JsonProperty("private")
        boolean isPrivate,

        @Nullable String inReplyTo,

        @Schema(description = "What the deciding rule found in it, in its author's words")
        List<String> found,

        List<Media> media,

        @Schema(description = "What it answers, else what it quotes") @Nullable
        Parent parent,

        @Schema(description = "Whether X lets the account answer it by API; absent where nobody said") @Nullable
        Answerable answerable,

        @Schema(description = "Name of the watch that found it") @Nullable
        String watch,

        @Schema(description = "When its author last changed it; absent when they did not") @Nullable
        Instant editedAt,

        @Schema(description = "When a direct message was erased since its ticket had long been over; absent before")
        @Nullable
        Instant expiredAt,

        @Schema(description = "Absent while it stands") @Nullable
        WithdrawnView withdrawn) {

    @Schema(description = "X does not show it any longer; its text is erased")
    record WithdrawnView(
            @Schema(enumeration = {"deleted", "protected", "suspended", "withheld", "unavailable"})
            String reason,

            @Schema(description = "The reason in words") String why,
            Instant at) {}

    static PostView of(PostRow row) {
        return new PostView(
                row.id,
                row.text,
                row.authorId,
                row.authorHandle,
                row.createdAt,
                row.kind,
                row.isPrivate(),
                row.inReplyTo,
                row.found(),
                row.attached(),
                parent(row),
                row.byApi == null || row.byApiWhy == null ? null : new Answerable(row.byApi, row.byApiWhy),
                row.watch,
                row.editedAt,
                row.expiredAt,
                withdrawn(row));
    }

    private static @Nullable Parent parent(PostRow row) {
        return row.parentId == null
                ? null
                : new Parent(
                        row.parentId,
                        row.parentAuthorId,
                        row.parentAuthorHandle,
                        row.parentText,
                        row.parentCreatedAt,
                        row.parentWithdrawn == null ? null : WithdrawnPost.words(row.parentWithdrawn));
    }

    private static @Nullable WithdrawnView withdrawn(PostRow row) {
        return row.withdrawnReason == null || row.withdrawnAt == null
                ? null
                : new WithdrawnView(row.withdrawnReason, WithdrawnPost.words(row.withdrawnReason), row.withdrawnAt);
    }
}
