package dev.heed.audit.entry;

import dev.heed.messaging.inlet.Inlets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Records what was found missing. */
@ApplicationScoped
class FindingListener {

    private final Inlets inlets;
    private final SealEntries seal;

    FindingListener(Inlets inlets, SealEntries seal) {
        this.inlets = inlets;
        this.seal = seal;
    }

    void open(@Observes StartupEvent started) {
        inlets.openBatch(
                "audit.findings",
                (connection, events) -> seal.seal(
                                connection, events.stream().map(FindingV1::read).toList())
                        .replaceWithVoid());
    }
}
