package dev.heed.reply.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as this service last heard of it.
 *
 * @param version the routing service's; rises with every change
 * @param owner user name; null while nobody owns it
 * @param latestPostId the customer's newest public post that still stands, what a reply answers unless it says otherwise;
 *     null when there is none
 * @param postIds public posts, withdrawn ones too
 * @param withdrawnIds those of the posts that X does not show any longer
 * @param messageIds direct messages, never to be answered in public
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
        @Nullable String latestPostId,
        List<String> postIds,
        List<String> withdrawnIds,
        List<String> messageIds,
        @Nullable String traceparent) {

    public Conversation {
        postIds = List.copyOf(postIds);
        withdrawnIds = List.copyOf(withdrawnIds);
        messageIds = List.copyOf(messageIds);
    }

    public boolean isOwnedBy(String user) {
        return user.equals(owner);
    }

    public boolean isPrivate(String postId) {
        return messageIds.contains(postId);
    }

    public boolean isWithdrawn(String postId) {
        return withdrawnIds.contains(postId);
    }

    public boolean holds(String postId) {
        return postId.equals(latestPostId) || postIds.contains(postId);
    }
}
