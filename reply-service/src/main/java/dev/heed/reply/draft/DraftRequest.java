package dev.heed.reply.draft;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a new draft. */
record DraftRequest(
        @NotBlank(message = "say which ticket this answers") @Nullable
        String ticketId,

        @Schema(description = "As it will be posted, at most 280 as X counts") @Nullable
        String text,

        @Schema(description = "Id of the post to answer; default: the customer's latest on this ticket") @Nullable
        String inReplyTo,

        @Schema(
                description =
                        "Version of the ticket that the caller has seen. If this service is behind, the call waits for"
                                + " that version up to 2 seconds")
        @PositiveOrZero
        @Nullable
        Long ticketVersion) {

    NewDraft asNewDraft() {
        return new NewDraft(
                ticketId == null ? "" : ticketId,
                text == null ? "" : text,
                inReplyTo == null || inReplyTo.isBlank() ? null : inReplyTo,
                ticketVersion == null ? 0 : ticketVersion);
    }

    /** Body of an edit. */
    record Edit(@Nullable String text) {
        String words() {
            return text == null ? "" : text;
        }
    }
}
