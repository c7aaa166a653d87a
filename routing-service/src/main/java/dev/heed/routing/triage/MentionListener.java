package dev.heed.routing.triage;

import dev.heed.messaging.inlet.Inlets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears what ingestion heard. */
@ApplicationScoped
class MentionListener {

    private final Inlets inlets;
    private final TriageMentions mentions;

    MentionListener(Inlets inlets, TriageMentions mentions) {
        this.inlets = inlets;
        this.mentions = mentions;
    }

    void open(@Observes StartupEvent started) {
        inlets.openBatch(
                "routing.mentions",
                (connection, events) -> mentions.triage(
                        connection, events.stream().map(MentionReceivedV1::post).toList()));
    }
}
