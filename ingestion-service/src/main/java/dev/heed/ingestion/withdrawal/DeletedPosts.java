package dev.heed.ingestion.withdrawal;

import dev.heed.ingestion.webhook.PostDeletions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What X told the deletion of is erased at once: it need not be asked again. */
@ApplicationScoped
class DeletedPosts implements PostDeletions {

    private final Withdrawals withdrawals;

    DeletedPosts(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public Uni<Void> deleted(SqlConnection connection, List<String> postIds, Instant at) {
        return Multi.createFrom()
                .iterable(postIds)
                .onItem()
                .transformToUniAndConcatenate(id -> withdrawals.deleted(connection, id, HowKnown.WEBHOOK))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
