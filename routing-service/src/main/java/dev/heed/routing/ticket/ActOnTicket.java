package dev.heed.routing.ticket;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.routing.ticket.life.Outcome;
import dev.heed.routing.ticket.life.Refusal;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** What all acts of people on one ticket share: the transaction, the lock, and the version that the caller looked at. */
@ApplicationScoped
class ActOnTicket {

    private final Transactions transactions;
    private final Tickets tickets;
    private final TicketMetrics metrics;
    private final InstantSource time;

    ActOnTicket(Transactions transactions, Tickets tickets, TicketMetrics metrics, InstantSource time) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.metrics = metrics;
        this.time = time;
    }

    /**
     * Does something to a ticket.
     *
     * @param expected the version that the caller looked at; nothing when they do not mind
     * @param act gives the outcome for the ticket as it stands now
     */
    Uni<Outcome> act(TicketId id, Optional<Long> expected, BiFunction<Ticket, Instant, Outcome> act) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions
                .inSession(session -> tickets.lock(session, id)
                        .map(found -> found.map(
                                        ticket -> refuseStale(ticket, expected).orElseGet(() -> act.apply(ticket, now)))
                                .orElseGet(() -> new Outcome.Refused(new Refusal.UnknownTicket(id.toString()))))
                        .call(outcome -> keep(session, outcome)))
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Done done) {
                        metrics.happened(done.change());
                        TicketLog.tell(done.change());
                    }
                });
    }

    private Uni<Void> keep(Mutiny.Session session, Outcome outcome) {
        return outcome instanceof Outcome.Done done
                ? tickets.save(session, done.change())
                : Uni.createFrom().voidItem();
    }

    private static Optional<Outcome> refuseStale(Ticket ticket, Optional<Long> expected) {
        return expected.filter(version -> version != ticket.version())
                .map(version -> new Outcome.Refused(new Refusal.ChangedMeanwhile(ticket.version())));
    }
}
