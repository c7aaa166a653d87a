package dev.heed.audit.entry;

import dev.heed.messaging.inlet.Inlets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Records every step of every ticket. */
@ApplicationScoped
class TicketListener {

    private final Inlets inlets;
    private final SealEntries seal;

    TicketListener(Inlets inlets, SealEntries seal) {
        this.inlets = inlets;
        this.seal = seal;
    }

    void open(@Observes StartupEvent started) {
        inlets.openBatch(
                "audit.tickets",
                (connection, events) -> seal.seal(
                                connection,
                                events.stream().map(TicketStepV1::read).toList())
                        .replaceWithVoid());
    }
}
