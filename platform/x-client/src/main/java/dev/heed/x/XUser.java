package dev.heed.x;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user of X: {@code id} never changes, {@code username} (the handle, without @) and {@code name} may. What X did not say
 * is null.
 *
 * @param followers how many follow this user
 * @param verified X shows a mark beside the name
 * @param verifiedType which mark: {@code blue}, {@code business}, {@code government}, {@code none}
 * @param createdAt when the user joined X
 * @param closed the user's posts are protected: only followers see them
 */
public record XUser(
        String id,
        String username,
        String name,
        @Nullable Long followers,
        @Nullable Boolean verified,
        @Nullable String verifiedType,
        @Nullable Instant createdAt,
        @Nullable Boolean closed) {

    /** X did not say more. */
    public XUser(String id, String username, String name) {
        this(id, username, name, null, null, null, null, null);
    }
}
