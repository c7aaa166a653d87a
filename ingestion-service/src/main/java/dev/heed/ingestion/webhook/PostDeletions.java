package dev.heed.ingestion.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;

/** Who must know that posts were deleted: a bean of the room that withdraws them. */
public interface PostDeletions {

    /**
     * X told that these were deleted; some may never have been heard, or be heard only later. In the transaction that ends
     * the deliveries; {@link Deliveries#erase} may be called in it.
     */
    Uni<Void> deleted(SqlConnection connection, List<String> postIds, Instant at);
}
