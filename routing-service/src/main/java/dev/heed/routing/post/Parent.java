package dev.heed.routing.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a post answers, or quotes.
 *
 * @param text absent once it was withdrawn
 * @param withdrawn why X shows it no longer; absent while it stands
 */
public record Parent(
        String id,
        String authorId,
        @Nullable String authorHandle,
        @Nullable String text,
        Instant createdAt,
        @Nullable String withdrawn) {

    public Parent erased(String reason) {
        return new Parent(id, authorId, authorHandle, null, createdAt, reason);
    }
}
