package dev.heed.ingestion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.Parts;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is asked every few seconds reads as many rows as it tells of, not a week of deliveries. */
@QuarkusTest
@Parts
class DeliveriesComponentTest {

    @Inject
    Pool pool;

    @Test
    void howTheDeliveriesAreIsReadFromThoseThatWaitAndThoseThatCannotBeRead() {
        assertThat(plan(Deliveries.STATE))
                .contains("delivery_waiting", "delivery_unreadable")
                .doesNotContain("Seq Scan", "delivery_pkey");
    }

    @Test
    void whenXDeliveredLastIsReadFromTheEndOfEachAccountsOwn() {
        assertThat(plan(LastDeliveries.LAST))
                .contains("Index Only Scan Backward using delivery_by_account")
                .contains("Index Cond: (account_id = a.id)");
    }

    /** The plan for a table that is too long to be read: one of a few rows is read as a whole whatever indices it has. */
    private String plan(String query) {
        return pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("set local enable_bitmapscan = off")
                                .execute())
                        .chain(() -> connection.query("explain " + query).execute()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n")))
                .await()
                .indefinitely();
    }
}
