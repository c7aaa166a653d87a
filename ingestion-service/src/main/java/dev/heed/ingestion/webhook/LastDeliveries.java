package dev.heed.ingestion.webhook;

import dev.heed.ingestion.account.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When X last delivered something of each account. */
@ApplicationScoped
public class LastDeliveries {

    private static final String LAST = """
            select account_id, max(arrived_at) as last_at from delivery
            where account_id is not null group by account_id
            """;

    private final Pool pool;

    LastDeliveries(Pool pool) {
        this.pool = pool;
    }

    /** Of accounts for which there was something within a week. */
    public Uni<Map<AccountId, Instant>> all() {
        return pool.query(LAST).execute().map(rows -> {
            Map<AccountId, Instant> last = new HashMap<>();
            rows.forEach(row -> last.put(
                    new AccountId(row.getString("account_id")),
                    row.getOffsetDateTime("last_at").toInstant()));
            return last;
        });
    }
}
