package dev.heed.routing.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a ticket: how it stands after what happened.
 *
 * @param who a user's name, or "policy", "customer" or "reply service"
 * @param postId the post that it was about, if it was about one
 * @param traceparent the trace that what happened belongs to
 */
public record TicketChange(
        Ticket ticket,
        Happening what,
        String who,
        @Nullable String why,
        @Nullable String postId,
        Instant at,
        String traceparent) {}
