package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.Outcome;
import dev.heed.routing.ticket.life.Person;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Somebody takes a ticket up: their own, one that nobody has, or, as a lead, anybody's. */
@ApplicationScoped
class ClaimTicket {

    private final ActOnTicket tickets;

    ClaimTicket(ActOnTicket tickets) {
        this.tickets = tickets;
    }

    Uni<Outcome> claim(TicketId id, Person by, Optional<Long> expectedVersion) {
        return tickets.act(id, expectedVersion, (ticket, now) -> ticket.claim(by, now));
    }
}
