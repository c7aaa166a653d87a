package dev.heed.messaging.inlet;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Binds queues to handlers.
 *
 * <p>Takes up to 200 messages, or what came within 5 ms, works them in one transaction with the inbox, and acknowledges last.
 * A message that cannot be used goes to the queue's dead letters with its reason, the others go on; while the database or the
 * broker is away the batch waits and is tried again.
 */
@ApplicationScoped
public class Inlets {

    /** Begins to consume, one Hibernate Reactive session and transaction per batch. */
    public void open(String queue, Handler handler) {
        throw new UnsupportedOperationException(queue + handler);
    }

    /** Begins to consume, one connection of the reactive SQL client and one transaction per batch. */
    public void openBatch(String queue, BatchHandler handler) {
        throw new UnsupportedOperationException(queue + handler);
    }
}
