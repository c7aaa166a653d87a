package dev.heed.routing.ticket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to a ticket: its word in the history, and the event that tells others, if any does. */
public enum Happening {
    OPENED("opened", "ticket.opened.v1"),
    MENTIONED("mentioned", "ticket.mentioned.v1"),
    ASSIGNED("assigned", "ticket.assigned.v1"),
    CLAIMED("claimed", "ticket.claimed.v1"),
    RELEASED("released", "ticket.released.v1"),
    ANSWERED("answered", "ticket.answered.v1"),
    RESOLVED("resolved", "ticket.resolved.v1"),
    REOPENED("reopened", "ticket.reopened.v1"),
    /** Known to others already: the reply service told it. */
    REPLY_REFUSED("reply refused", null);

    private final String word;
    private final @Nullable String event;

    Happening(String word, @Nullable String event) {
        this.word = word;
        this.event = event;
    }

    String word() {
        return word;
    }

    Optional<String> event() {
        return Optional.ofNullable(event);
    }
}
