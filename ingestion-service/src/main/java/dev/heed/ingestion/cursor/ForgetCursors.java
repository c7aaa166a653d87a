package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.OnRemoval;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** An account that is removed and comes back begins anew: nobody missed what was said meanwhile. */
@ApplicationScoped
class ForgetCursors implements OnRemoval {

    private final Pool pool;

    ForgetCursors(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> removed(Account account) {
        return pool.preparedQuery("delete from walk_cursor where account_id = $1 and " + STILL_REMOVED)
                .execute(Tuple.of(account.id().value()))
                .replaceWithVoid();
    }
}
