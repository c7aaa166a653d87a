package dev.heed.xsim.user;

import dev.heed.xsim.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An X account. {@code username} is the handle without the @, 1 to 15 letters, digits and underscores; a protected account's posts are
 * for its followers only.
 */
public record User(
        UserId id,
        String username,
        String name,
        int followers,
        boolean verified,
        Instant createdAt,
        boolean isProtected,
        @Nullable Standing standing) {

    /** Whether X lets an account be. */
    public enum Standing {
        ACTIVE,
        /** By X. */
        SUSPENDED,
        /** By its owner, who may come back. */
        DEACTIVATED
    }

    public User {
        standing = standing == null ? Standing.ACTIVE : standing;
    }

    @Override
    public Standing standing() {
        return standing == null ? Standing.ACTIVE : standing;
    }

    public User withProfile(String newUsername, String newName, int newFollowers, boolean newVerified) {
        return new User(id, newUsername, newName, newFollowers, newVerified, createdAt, isProtected, standing);
    }

    public User withProtection(boolean on) {
        return new User(id, username, name, followers, verified, createdAt, on, standing);
    }

    public User withStanding(Standing other) {
        return new User(id, username, name, followers, verified, createdAt, isProtected, other);
    }
}
