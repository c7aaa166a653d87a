package dev.heed.messaging.outbox;

import dev.heed.messaging.database.DatabaseConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The outbox as the relay sees it; blocking, for the relay's own thread.
 */
@ApplicationScoped
class OutboxRows {

    /**
     * "heed" and "outbox" as two numbers; one relay per database works under this lock, however many processes run. What
     * the relay writes need not be on disk when it goes on: a deletion that is lost with the database's machine sends an
     * event again, under the id by which its consumers know it. And its queries go by the indices whatever the planner
     * believes: this table is empty most of the time, and a plan that was made then reads it all, for each of its rows, when
     * thousands have come.
     */
    private static final String LOCK = """
            select pg_try_advisory_xact_lock(1751475556, 1869968484) as locked,
              set_config('synchronous_commit', 'off', true),
              set_config('enable_seqscan', 'off', true),
              set_config('enable_sort', 'off', true)
            """;

    static final String NEXT = """
            with held as materialized (
              select subject, min(position) as since from outbox
              where attempts > 0 and not_before > clock_timestamp()
              group by subject)
            select position, event_id, type, subject, envelope, attempts from outbox due
            where not_before <= clock_timestamp()
              and not exists (select 1 from held where held.subject = due.subject and held.since < due.position)
            order by position
            limit $1
            """;
    private static final String DELETE = "delete from outbox where position = any($1)";
    private static final String FAILED = """
            update outbox set attempts = attempts + 1, last_error = left($2, 500),
              not_before = clock_timestamp() + $3 * interval '1 millisecond'
            where position = $1
            """;
    private static final String BACKLOG =
            "select count(*) as rows, coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0)::float8 as age from outbox";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final Duration silence;

    OutboxRows(Pool pool, DatabaseConfig config) {
        this.pool = pool;
        this.silence = config.silence();
    }

    /**
     * How long one may be {@link #alone}, well before the database takes a connection over which nothing is said for dead: a
     * transaction that dies has deleted nothing, and all of its events would be sent again.
     */
    Duration turn() {
        return silence.dividedBy(4);
    }

    record Backlog(long rows, double oldestSeconds) {}

    @FunctionalInterface
    interface Work {
        boolean in(SqlConnection connection) throws InterruptedException;
    }

    /** Runs the work in a transaction under the relay's lock; false if another process has it. */
    boolean alone(Work work) throws InterruptedException {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            var transaction = connection.begin().await().atMost(PATIENCE);
            boolean more = false;
            RowSet<io.vertx.mutiny.sqlclient.Row> lock =
                    connection.query(LOCK).execute().await().atMost(PATIENCE);
            if (lock.iterator().next().getBoolean("locked")) {
                more = work.in(connection);
            }
            transaction.commit().await().atMost(PATIENCE);
            return more;
        } finally {
            // Closing a connection with an open transaction rolls it back.
            connection.close().subscribe().with(closed -> {}, failure -> {});
        }
    }

    List<OutboxRow> next(SqlConnection connection, int window) {
        List<OutboxRow> rows = new ArrayList<>();
        connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(window))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> rows.add(OutboxRow.of(row)));
        return rows;
    }

    void delete(SqlConnection connection, List<Long> positions) {
        if (!positions.isEmpty()) {
            connection
                    .preparedQuery(DELETE)
                    .execute(Tuple.of(positions.toArray(Long[]::new)))
                    .await()
                    .atMost(PATIENCE);
        }
    }

    void failed(SqlConnection connection, Departure.Failed failed, Duration hold) {
        connection
                .preparedQuery(FAILED)
                .execute(Tuple.of(failed.row().position(), failed.why(), hold.toMillis()))
                .await()
                .atMost(PATIENCE);
    }

    Backlog backlog() {
        var row = pool.query(BACKLOG)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
        return new Backlog(row.getLong("rows"), row.getDouble("age"));
    }
}
