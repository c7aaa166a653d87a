package dev.heed.routing.ticket;

import dev.heed.messaging.outbox.Outbox;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tickets in the database, one at a time, for the use cases that act on one. */
@ApplicationScoped
class Tickets implements PanacheRepositoryBase<TicketRow, UUID> {

    private final Outbox outbox;

    Tickets(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The ticket, which is this transaction's until it ends. */
    Uni<Optional<Ticket>> lock(Mutiny.Session session, TicketId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null ? none() : load(session, row));
    }

    /** Writes the ticket as it stands after a change, its history line, and its event. The ticket was locked before. */
    Uni<Void> save(Mutiny.Session session, TicketChange change) {
        Ticket ticket = change.ticket();
        return findById(ticket.id().value())
                .invoke(row -> row.fill(change))
                .chain(() -> mergeAll(session, ClockRow.of(ticket)))
                .chain(() -> session.persist(HistoryRow.of(change)))
                .chain(() ->
                        outbox.append(session, TicketEventV2.of(change).stream().toList()));
    }

    private static Uni<Void> mergeAll(Mutiny.Session session, List<ClockRow> clocks) {
        return clocks.isEmpty() ? Uni.createFrom().voidItem() : session.mergeAll(clocks.toArray());
    }

    private static Uni<Optional<Ticket>> load(Mutiny.Session session, TicketRow row) {
        return session.createSelectionQuery("from PostRow where ticketId = ?1", PostRow.class)
                .setParameter(1, row.id)
                .getResultList()
                .chain(posts -> session.createSelectionQuery("from ClockRow where ticketId = ?1", ClockRow.class)
                        .setParameter(1, row.id)
                        .getResultList()
                        .map(clocks ->
                                Optional.of(row.toTicket(PostRow.toTicketPosts(posts), ClockRow.toClocks(clocks)))));
    }

    private static Uni<Optional<Ticket>> none() {
        return Uni.createFrom().item(Optional.empty());
    }
}
