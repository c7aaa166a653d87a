package dev.heed.x;

import org.jspecify.annotations.Nullable;

/**
 * One kind of activity of one user, delivered to a webhook.
 *
 * @param type as {@code post.mention.create}
 * @param webhookId absent where it is delivered nowhere
 */
public record XSubscription(
        String id, String type, String userId, @Nullable String webhookId) {}
