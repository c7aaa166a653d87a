package dev.heed.routing.ticket.life;

import java.time.Instant;

/**
 * A public answer that stands on X.
 *
 * @param postId the answer's own id on X
 * @param inReplyTo the customer's post that it answers
 * @param author the user who wrote it here
 */
public record PublishedReply(
        String replyId, String postId, String inReplyTo, String text, String author, Instant publishedAt) {}
