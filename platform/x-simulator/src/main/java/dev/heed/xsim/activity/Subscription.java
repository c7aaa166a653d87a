package dev.heed.xsim.activity;

import dev.heed.xsim.id.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A standing wish to be told of one kind of activity around one user.
 *
 * <p>{@code direction} is {@code inbound} (others towards the user) or {@code outbound}; without it both are told. Without a webhook X
 * would only tell its stream, which is not simulated.
 */
public record Subscription(
        long id,
        String eventType,
        @Nullable UserId user,
        @Nullable String keyword,
        @Nullable String direction,
        @Nullable String tag,
        @Nullable Long webhook,
        Instant createdAt,
        Instant updatedAt) {

    boolean sameWish(Subscription other) {
        return eventType.equals(other.eventType)
                && Objects.equals(user, other.user)
                && Objects.equals(keyword, other.keyword)
                && Objects.equals(direction, other.direction)
                && Objects.equals(webhook, other.webhook);
    }

    Subscription changed(@Nullable String newTag, @Nullable Long newWebhook, Instant at) {
        return new Subscription(
                id,
                eventType,
                user,
                keyword,
                direction,
                newTag == null ? tag : newTag,
                newWebhook == null ? webhook : newWebhook,
                createdAt,
                at);
    }
}
