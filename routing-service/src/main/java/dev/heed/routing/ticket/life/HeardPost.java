package dev.heed.routing.ticket.life;

import dev.heed.routing.post.Account;
import dev.heed.routing.post.Customer;
import dev.heed.routing.post.Surroundings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's post, or direct message, as it was heard.
 *
 * @param version the ids of its first version and of this one
 * @param ticketId the one ticket that it belongs to
 * @param kind mention, reply, quote, watch, or message: a direct message, which is private
 * @param traceparent the trace that began when it was heard
 */
public record HeardPost(
        String id,
        Version version,
        TicketId ticketId,
        Account account,
        Customer author,
        String conversationId,
        String text,
        String kind,
        boolean addressed,
        @Nullable String inReplyTo,
        Instant createdAt,
        Instant heardAt,
        Surroundings around,
        String traceparent) {

    /** The kind of a direct message. */
    public static final String MESSAGE = "message";

    /**
     * Where a post stands in the chain of its edits.
     *
     * @param id of the newest version that is known
     * @param editedAt when its author changed it; absent while it is as it was heard
     */
    public record Version(
            String firstId, String id, @Nullable Instant editedAt) {

        /** A post that was never edited, as far as known. */
        public static Version only(String id) {
            return new Version(id, id, null);
        }
    }

    /** Whether nobody but the account may see it: never to be answered in public. */
    public boolean isPrivate() {
        return kind.equals(MESSAGE);
    }

    /** The same post in a newer version. */
    public HeardPost with(Version newer, String newText, Surroundings newSurroundings) {
        return new HeardPost(
                id,
                newer,
                ticketId,
                account,
                author,
                conversationId,
                newText,
                kind,
                addressed,
                inReplyTo,
                createdAt,
                heardAt,
                newSurroundings,
                traceparent);
    }
}
