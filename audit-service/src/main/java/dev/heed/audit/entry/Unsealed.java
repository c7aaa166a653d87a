package dev.heed.audit.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.Envelope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event says, before it has a place in the log.
 *
 * @param account the X user id of the account it is about
 * @param postId our post for a response, the customer's post for a step of a ticket
 * @param author the person of ours who did it; absent where the policy did
 * @param body what is particular to the kind; holds no text of customers, which must stay erasable elsewhere
 */
record Unsealed(
        Kind kind,
        Source source,
        String account,
        @Nullable String ticketId,
        @Nullable String replyId,
        @Nullable String postId,
        @Nullable String author,
        Instant occurredAt,
        ObjectNode body) {

    Unsealed {
        body.properties().removeIf(member -> member.getValue().isNull());
    }

    /** The event that is recorded; {@code traceparent} is continued by whatever the entry causes. */
    record Source(
            UUID event, String type, String from, @Nullable String traceparent) {

        static Source of(Envelope event) {
            return new Source(event.id(), event.type(), event.source(), event.traceparent());
        }
    }

    Unsealed as(Kind other) {
        return new Unsealed(other, source, account, ticketId, replyId, postId, author, occurredAt, body);
    }

    /** What the entry is about and is ordered by: the reply where there is one, else the ticket. */
    String subject() {
        String subject = replyId == null ? ticketId : replyId;
        return subject == null ? account : subject;
    }
}
