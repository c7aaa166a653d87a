package dev.heed.routing.ticket.life;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can happen to a ticket: its word in the history, and the event that tells others, if any does. */
public enum Happening {
    OPENED("opened", "policy", "ticket.opened.v2"),
    MENTIONED("mentioned", "customer", "ticket.mentioned.v2"),
    /** The customer wrote in private. */
    MESSAGED("messaged", "customer", "ticket.messaged.v1"),
    /** The customer changed a post. */
    EDITED("edited", "customer", "ticket.edited.v1"),
    /** X does not show a post any longer, or what it answers; the text is erased. */
    WITHDRAWN("withdrawn", "X", "ticket.withdrawn.v1"),
    ASSIGNED("assigned", "policy", "ticket.assigned.v2"),
    CLAIMED("claimed", "policy", "ticket.claimed.v2"),
    RELEASED("released", "policy", "ticket.released.v2"),
    ANSWERED("answered", "policy", "ticket.answered.v2"),
    RESOLVED("resolved", "policy", "ticket.resolved.v2"),
    REOPENED("reopened", "policy", "ticket.reopened.v2"),
    /** What was said in private was kept long enough. Nobody else holds it. */
    MESSAGES_ERASED("messages erased", "retention", null),
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

    /** As it stands in the history. */
    public String word() {
        return word;
    }

    /** What made it happen when no person did. */
    public String cause() {
        return cause;
    }

    /** The type of the event that tells it; empty where none does. */
    public Optional<String> event() {
        return Optional.ofNullable(event);
    }
}
