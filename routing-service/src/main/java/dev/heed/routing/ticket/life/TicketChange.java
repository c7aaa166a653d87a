package dev.heed.routing.ticket.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a ticket: how it stands after what happened.
 *
 * @param by the name of the person who did it; absent when none did
 * @param postId the post that it was about, if it was about one
 * @param traceparent the trace that what happened belongs to
 */
public record TicketChange(
        Ticket ticket,
        Happening what,
        @Nullable String by,
        @Nullable String why,
        @Nullable String postId,
        Instant at,
        String traceparent) {}
