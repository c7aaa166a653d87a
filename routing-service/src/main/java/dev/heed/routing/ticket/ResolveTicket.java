package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.Outcome;
import dev.heed.routing.ticket.life.Person;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Its owner, or a lead, ends a ticket. */
@ApplicationScoped
class ResolveTicket {

    private final ActOnTicket tickets;

    ResolveTicket(ActOnTicket tickets) {
        this.tickets = tickets;
    }

    Uni<Outcome> resolve(TicketId id, Person by, @Nullable String note, Optional<Long> expectedVersion) {
        return tickets.act(id, expectedVersion, (ticket, now) -> ticket.resolve(by, note, now));
    }
}
