package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * Does what a batch of events asks for in few statements, inside the transaction that also remembers that it was done.
 *
 * <p>If it fails, the batch is split until the event that fails stands alone.
 */
@FunctionalInterface
public interface BatchHandler {

    /** {@code fresh} is never empty, in order of arrival, and without events that were handled before. */
    Uni<Void> handle(SqlConnection connection, List<Envelope> fresh);
}
