package dev.heed.audit.entry;

import dev.heed.messaging.inlet.Inlets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Records what was meant to be posted, what was posted, and what was not. */
@ApplicationScoped
class ReplyListener {

    private final Inlets inlets;
    private final SealEntries seal;

    ReplyListener(Inlets inlets, SealEntries seal) {
        this.inlets = inlets;
        this.seal = seal;
    }

    void open(@Observes StartupEvent started) {
        inlets.openBatch(
                "audit.replies",
                (connection, events) -> seal.seal(
                                connection, events.stream().map(ReplyV1::read).toList())
                        .replaceWithVoid());
    }
}
