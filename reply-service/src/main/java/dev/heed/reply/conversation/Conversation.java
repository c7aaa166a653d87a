package dev.heed.reply.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as this service last heard of it.
 *
 * @param version the routing service's; rises with every change
 * @param owner user name; null while nobody owns it
 * @param latestPostId the customer's newest post, what a reply answers unless it says otherwise
 * @param traceparent the trace of the mention, which the reply goes on with
 */
public record Conversation(
        String ticketId,
        long version,
        String accountId,
        String accountHandle,
        @Nullable String customerHandle,
        String status,
        @Nullable String owner,
        @Nullable String policyVersion,
        String latestPostId,
        List<String> postIds,
        @Nullable String traceparent) {

    public Conversation {
        postIds = List.copyOf(postIds);
    }

    public boolean isOwnedBy(String user) {
        return user.equals(owner);
    }

    public boolean holds(String postId) {
        return postId.equals(latestPostId) || postIds.contains(postId);
    }
}
