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

    /** The last one of each by an index: a week of deliveries is long. */
    static final String LAST = """
            select a.id as account_id, last.arrived_at as last_at
              from account a cross join lateral (
                    select arrived_at from delivery d where d.account_id = a.id order by arrived_at desc limit 1) last
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
