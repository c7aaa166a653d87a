package dev.heed.routing.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a post answers, or quotes.
 *
 * @param authorId absent, as all that its author told, once it was withdrawn
 * @param withdrawn why X shows it no longer; absent while it stands
 */
public record Parent(
        String id,
        @Nullable String authorId,
        @Nullable String authorHandle,
        @Nullable String text,
        @Nullable Instant createdAt,
        @Nullable String withdrawn) {

    public Parent erased(String reason) {
        return new Parent(id, null, null, null, null, reason);
    }

    /** As it reads in another version. */
    public Parent reading(String newText) {
        return new Parent(id, authorId, authorHandle, newText, createdAt, withdrawn);
    }
}
