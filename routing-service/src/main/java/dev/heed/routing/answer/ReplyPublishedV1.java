package dev.heed.routing.answer;

import dev.heed.routing.ticket.life.PublishedReply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** What this service reads of {@code reply.published.v1}. */
@RegisterForReflection
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
