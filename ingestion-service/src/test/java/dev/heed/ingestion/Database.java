package dev.heed.ingestion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The database as a test looks into it: in whole statements, and waiting for each. */
@ApplicationScoped
public class Database {

    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    public void sql(String statement) {
        pool.query(statement).executeAndAwait();
    }

    /** The same without waiting, for what is done while the service asks X. */
    public Uni<Void> soon(String statement) {
        return pool.query(statement).execute().replaceWithVoid();
    }

    /** What is in the first column of the first row, as text; empty if there is no row, or nothing in it. */
    public String one(String query) {
        RowIterator<Row> rows = pool.query(query).executeAndAwait().iterator();
        Object found = rows.hasNext() ? rows.next().getValue(0) : null;
        return found == null ? "" : found.toString();
    }

    /** The number in the first column of the one row. */
    public long count(String query) {
        return pool.query(query).executeAndAwait().iterator().next().getLong(0);
    }

    /** The texts in the first column. */
    public List<String> all(String query) {
        return StreamSupport.stream(pool.query(query).executeAndAwait().spliterator(), false)
                .map(Database::text)
                .toList();
    }

    private static String text(Row row) {
        return Objects.requireNonNull(row.getString(0));
    }
}
