package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Does what one event asks for, inside the transaction that also remembers that it was done.
 *
 * <p>Called for the events of a batch one after the other, on a Vert.x context fit for Hibernate Reactive, once per event
 * whose transaction commits. Effects outside the database must bear repetition.
 */
@FunctionalInterface
public interface Handler {

    /** Fails with {@link dev.heed.messaging.MalformedEvent} if the event can never be used. */
    Uni<Void> handle(Mutiny.Session session, Envelope event);
}
