package dev.heed.routing.ticket;

import dev.heed.routing.ticket.life.PublishedReply;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps on a ticket what became of a reply. Runs in its caller's transaction. */
@ApplicationScoped
public class RecordReply {

    private final Tickets tickets;
    private final TicketMetrics metrics;
    private final InstantSource time;

    RecordReply(Tickets tickets, TicketMetrics metrics, InstantSource time) {
        this.tickets = tickets;
        this.metrics = metrics;
        this.time = time;
    }

    /** The answer stands on X: the customer's clocks stop at the time at which it was published. Once for each reply. */
    public Uni<Boolean> published(Mutiny.Session session, TicketId id, PublishedReply reply) {
        return session.find(ReplyRow.class, reply.replyId())
                .chain(known -> known != null
                        ? Uni.createFrom().item(true)
                        : record(session, id, (ticket, now) -> ticket.answered(reply, now))
                                .call(found -> found
                                        ? session.persist(ReplyRow.of(id, reply))
                                        : Uni.createFrom().voidItem()));
    }

    /** X refused the answer. */
    public Uni<Boolean> refused(Mutiny.Session session, TicketId id, String reason, @Nullable String inReplyTo) {
        return record(session, id, (ticket, now) -> ticket.replyRefused(reason, inReplyTo, now));
    }

    /** Whether there is such a ticket. */
    private Uni<Boolean> record(Mutiny.Session session, TicketId id, BiFunction<Ticket, Instant, TicketChange> act) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return tickets.lock(session, id).chain(found -> keep(session, found, act, now));
    }

    private Uni<Boolean> keep(
            Mutiny.Session session,
            Optional<Ticket> found,
            BiFunction<Ticket, Instant, TicketChange> act,
            Instant now) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        TicketChange change = act.apply(found.get(), now);
        metrics.answered(found.get(), change.ticket());
        TicketLog.tell(change);
        return tickets.save(session, change).replaceWith(true);
    }
}
