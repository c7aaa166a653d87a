package dev.heed.reply.publication;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.MalformedEvent;
import dev.heed.messaging.inlet.Inlets;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.publication.PublicationState.AwaitingSeal;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Hears that the audit log holds an intent, and lets its reply go. */
@ApplicationScoped
class SealListener {
    private static final String INTENT = "intent";

    private final Inlets inlets;
    private final Publications publications;
    private final PublicationLog log;
    private final DueWork dueWork;
    private final Clock clock = Clock.systemUTC();

    SealListener(Inlets inlets, Publications publications, PublicationLog log, DueWork dueWork) {
        this.inlets = inlets;
        this.publications = publications;
        this.log = log;
        this.dueWork = dueWork;
    }

    /** What this service reads of {@code entry.sealed.v1}. */
    @RegisterForReflection
    record EntrySealedV1(String kind, @Nullable String replyId) {}

    void open(@Observes StartupEvent start) {
        inlets.open("reply.seals", this::hear);
    }

    private Uni<Void> hear(Mutiny.Session session, Envelope event) {
        EntrySealedV1 entry = event.dataAs(EntrySealedV1.class);
        return entry.kind().equals(INTENT)
                ? seal(session, replyId(entry))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> seal(Mutiny.Session session, ReplyId id) {
        return publications.lock(session, id).flatMap(found -> {
            if (found.isPresent() && found.get().state() instanceof AwaitingSeal awaiting) {
                return log.move(session, found.get(), awaiting.sealed(clock.instant()), clock.instant())
                        .invoke(dueWork::soon);
            }
            return Uni.createFrom().voidItem();
        });
    }

    private static ReplyId replyId(EntrySealedV1 entry) {
        if (entry.replyId() == null) {
            throw new MalformedEvent("data.replyId is missing from an entry of kind intent");
        }
        try {
            return new ReplyId(UUID.fromString(entry.replyId()));
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("data.replyId is not a UUID", e);
        }
    }
}
