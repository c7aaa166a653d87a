package dev.heed.routing.ticket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to a ticket: its word in the history, and the event that tells others, if any does. */
public enum Happening {
    OPENED("opened", "policy", "ticket.opened.v1"),
    MENTIONED("mentioned", "customer", "ticket.mentioned.v1"),
    ASSIGNED("assigned", "policy", "ticket.assigned.v1"),
    CLAIMED("claimed", "policy", "ticket.claimed.v1"),
    RELEASED("released", "policy", "ticket.released.v1"),
    ANSWERED("answered", "policy", "ticket.answered.v1"),
    RESOLVED("resolved", "policy", "ticket.resolved.v1"),
    REOPENED("reopened", "policy", "ticket.reopened.v1"),
    /** Known to others already: the reply service told it. */
    REPLY_REFUSED("reply refused", "reply service", null);

    private final String word;
    private final String cause;
    private final @Nullable String event;

    Happening(String word, String cause, @Nullable String event) {
        this.word = word;
        this.cause = cause;
        this.event = event;
    }

    String word() {
        return word;
    }

    /** What made it happen when no person did. */
    String cause() {
        return cause;
    }

    Optional<String> event() {
        return Optional.ofNullable(event);
    }
}
