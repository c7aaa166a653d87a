package dev.heed.routing.ticket.life;

/** Why somebody may not do to a ticket what they asked for. */
public sealed interface Refusal {

    /** There is no such ticket. */
    record UnknownTicket(String id) implements Refusal {}

    /** Somebody else has it, and only a lead may take it over. */
    record OwnedByAnother(String owner) implements Refusal {}

    /** Nobody has it: it is to be claimed first. */
    record NotOwned(String status) implements Refusal {}

    /** It is done already. */
    record AlreadyResolved(String by) implements Refusal {}

    /** Its author took back all that was to be answered. */
    record NothingLeft() implements Refusal {}

    /** It has changed since the caller looked. */
    record ChangedMeanwhile(long version) implements Refusal {}

    /** The customer was not answered; whoever ends it so must say why. */
    record NoteNeeded() implements Refusal {}
}
