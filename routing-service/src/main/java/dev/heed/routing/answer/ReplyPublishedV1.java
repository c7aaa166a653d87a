package dev.heed.routing.answer;

import dev.heed.routing.ticket.PublishedReply;
import java.time.Instant;

/** What this service reads of {@code reply.published.v1}. */
record ReplyPublishedV1(
        String replyId,
        String ticketId,
        String inReplyTo,
        String text,
        String author,
        String postId,
        Instant publishedAt) {

    PublishedReply reply() {
        return new PublishedReply(replyId, postId, inReplyTo, text, author, publishedAt);
    }
}
