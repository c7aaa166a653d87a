package dev.heed.reply.conversation;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.inlet.Inlets;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Hears {@code ticket.#} and keeps the newest snapshot of each ticket. */
@ApplicationScoped
class TicketListener {
    private final Inlets inlets;
    private final Conversations conversations;

    TicketListener(Inlets inlets, Conversations conversations) {
        this.inlets = inlets;
        this.conversations = conversations;
    }

    void open(@Observes StartupEvent start) {
        inlets.openBatch("reply.tickets", this::hear);
    }

    private Uni<Void> hear(SqlConnection connection, List<Envelope> fresh) {
        List<Conversation> heard = fresh.stream()
                .map(event -> event.dataAs(TicketEventV2.class).asConversation(event.traceparent()))
                .toList();
        return conversations.keepNewest(connection, heard);
    }
}
