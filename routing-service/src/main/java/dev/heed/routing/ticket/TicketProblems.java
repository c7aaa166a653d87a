package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.Refusal;
import dev.heed.web.Problem;
import java.util.Locale;

/** Refusals and bad requests in the words of problem+json. */
final class TicketProblems {

    private TicketProblems() {}

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownTicket unknown -> unknownTicket(unknown.id());
            case Refusal.OwnedByAnother owned ->
                problem(
                        409,
                        "Ticket owned by another",
                        "It belongs to " + owned.owner() + "; a lead may take it over.");
            case Refusal.NotOwned unowned ->
                problem(
                        409,
                        "Ticket not owned",
                        "Nobody has this ticket (it is " + unowned.status() + "). Claim it first.");
            case Refusal.AlreadyResolved resolved ->
                problem(
                        409,
                        "Ticket already resolved",
                        resolved.by() + " has resolved it. It opens again when the customer writes.");
            case Refusal.NothingLeft nothing ->
                problem(
                        409,
                        "Ticket withdrawn",
                        "Its author took back what was to be answered. It opens again when the customer writes.");
            case Refusal.ChangedMeanwhile changed ->
                problem(
                        412,
                        "Ticket changed meanwhile",
                        "It is at version " + changed.version() + " now. Look at it again before you act.");
            case Refusal.NoteNeeded note ->
                problem(
                        422,
                        "Note needed",
                        "The customer was not answered. Say in \"note\" why the ticket ends without an answer.");
        };
    }

    static Problem unknownTicket(String id) {
        return problem(404, "Unknown ticket", "There is no ticket " + id + ".");
    }

    static Problem badRequest(String title, String detail) {
        return problem(400, title, detail);
    }

    private static Problem problem(int status, String title, String detail) {
        String slug = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return Problem.of(status, slug, title, detail);
    }
}
