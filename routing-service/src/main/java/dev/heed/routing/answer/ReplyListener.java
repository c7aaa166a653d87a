package dev.heed.routing.answer;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.MalformedEvent;
import dev.heed.messaging.inlet.Inlets;
import dev.heed.routing.ticket.RecordReply;
import dev.heed.routing.ticket.life.TicketId;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears what became of replies. */
@ApplicationScoped
class ReplyListener {

    private final Inlets inlets;
    private final RecordReply tickets;

    ReplyListener(Inlets inlets, RecordReply tickets) {
        this.inlets = inlets;
        this.tickets = tickets;
    }

    void open(@Observes StartupEvent started) {
        inlets.open("routing.replies", this::hear);
    }

    private Uni<Void> hear(Mutiny.Session session, Envelope event) {
        return switch (event.type()) {
            case "reply.published.v1" -> {
                var published = event.dataAs(ReplyPublishedV1.class);
                yield known(
                        tickets.published(session, ticket(published.ticketId()), published.reply()),
                        published.ticketId());
            }
            case "reply.refused.v1" -> {
                var refused = event.dataAs(ReplyRefusedV1.class);
                yield known(
                        tickets.refused(session, ticket(refused.ticketId()), refused.why(), refused.inReplyTo()),
                        refused.ticketId());
            }
            default -> throw new MalformedEvent("type " + event.type() + " is not understood here");
        };
    }

    private static TicketId ticket(String id) {
        return TicketId.parse(id).orElseThrow(() -> new MalformedEvent("ticketId is not a UUID"));
    }

    private static Uni<Void> known(Uni<Boolean> found, String id) {
        return found.invoke(exists -> {
                    if (!exists) {
                        throw new MalformedEvent("ticketId: there is no ticket " + id);
                    }
                })
                .replaceWithVoid();
    }
}
