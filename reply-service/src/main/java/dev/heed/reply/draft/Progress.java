package dev.heed.reply.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the publication of a reply has come, in the words of the API.
 *
 * @param state one word: intended, sending, published, refused, unknown
 * @param postId the post on X, once published
 * @param refusal why X, or a person, said no
 * @param attempts calls to X so far
 * @param holdReason why it waits, in words, while something holds it
 * @param needsPerson whether the outcome can only be settled by a lead
 */
public record Progress(
        String state,
        @Nullable String postId,
        @Nullable Instant publishedAt,
        @Nullable String howKnown,
        @Nullable Refusal refusal,
        int attempts,
        @Nullable String holdReason,
        boolean needsPerson) {

    /** @param reason stable word, for example {@code target-gone}; {@code detail} the same for people */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refusal(String reason, String detail) {}

    /** Of a draft that was never handed over. */
    static Progress none(Draft draft) {
        return new Progress(draft.isPublishable() ? "drafted" : "blocked", null, null, null, null, 0, null, false);
    }
}
