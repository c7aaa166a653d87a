package dev.heed.reply.publication;

import dev.heed.messaging.Event;
import dev.heed.messaging.outbox.Outbox;
import dev.heed.reply.publication.PublicationState.Intended;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Unknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes a new state and the event that tells of it as one: in the caller's transaction, both or neither. */
@ApplicationScoped
class PublicationLog {
    private final Publications publications;
    private final Outbox outbox;

    PublicationLog(Publications publications, Outbox outbox) {
        this.publications = publications;
        this.outbox = outbox;
    }

    /** A new intent. */
    Uni<Void> begin(Mutiny.Session session, Publication intended) {
        return publications
                .add(session, intended)
                .flatMap(added -> outbox.append(session, List.of(ReplyEventV1.intended(intended))));
    }

    /** A transition of a publication that was locked in this transaction. */
    Uni<Void> move(Mutiny.Session session, Publication before, PublicationState next, Instant now) {
        Publication after = before.in(next);
        List<Event> events = sameKind(before.state(), next) ? List.of() : tell(after, now);
        return publications.change(session, after).flatMap(changed -> outbox.append(session, events));
    }

    private static List<Event> tell(Publication publication, Instant now) {
        return switch (publication.state()) {
            case Intended intended -> List.of();
            case Sending sending -> List.of();
            case Published published -> List.of(ReplyEventV1.published(publication, published));
            case Refused refused -> List.of(ReplyEventV1.refused(publication, refused));
            case Unknown unknown -> List.of(ReplyEventV1.unknown(publication, unknown, now));
        };
    }

    /** Looking once more is no news; that only a person can tell, is. */
    private static boolean sameKind(PublicationState before, PublicationState next) {
        return before.getClass() == next.getClass();
    }
}
