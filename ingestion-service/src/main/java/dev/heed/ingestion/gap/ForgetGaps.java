package dev.heed.ingestion.gap;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.OnRemoval;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Nobody fills the gaps of an account that is removed, also not when it comes back. What was lost for good stays said. */
@ApplicationScoped
class ForgetGaps implements OnRemoval {

    private final Pool pool;

    ForgetGaps(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> removed(Account account) {
        return pool.preparedQuery("delete from gap where account_id = $1 and state = 'open' and " + STILL_REMOVED)
                .execute(Tuple.of(account.id().value()))
                .replaceWithVoid();
    }
}
