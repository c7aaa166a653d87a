package dev.heed.routing.ticket.life;

/** What came of asking something of a ticket. */
public sealed interface Outcome {

    /** It was done. */
    record Done(TicketChange change) implements Outcome {}

    /** It was so already: nothing happened. */
    record Unchanged(Ticket ticket) implements Outcome {}

    /** It was not done. */
    record Refused(Refusal refusal) implements Outcome {}
}
