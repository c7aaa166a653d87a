package dev.heed.routing.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's post as it was heard.
 *
 * @param kind mention, reply or quote
 * @param traceparent the trace that began when it was heard
 */
public record HeardPost(
        String id,
        Account account,
        Customer author,
        String conversationId,
        String text,
        String kind,
        boolean addressed,
        @Nullable String inReplyTo,
        Instant createdAt,
        Instant heardAt,
        String traceparent) {

    /** The one ticket that this post belongs to. */
    public TicketId ticketId() {
        return TicketId.of(account.id(), conversationId, author.id());
    }
}
