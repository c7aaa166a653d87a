package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.Outcome;
import dev.heed.routing.ticket.life.Person;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Its owner, or a lead, gives a ticket back, so that anybody may take it. */
@ApplicationScoped
class ReleaseTicket {

    private final ActOnTicket tickets;

    ReleaseTicket(ActOnTicket tickets) {
        this.tickets = tickets;
    }

    Uni<Outcome> release(TicketId id, Person by, Optional<Long> expectedVersion) {
        return tickets.act(id, expectedVersion, (ticket, now) -> ticket.release(by, now));
    }
}
