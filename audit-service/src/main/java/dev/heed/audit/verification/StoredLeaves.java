package dev.heed.audit.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** The leaves as this installation's database holds them. */
@ApplicationScoped
class StoredLeaves implements Leaves {

    private static final String AFTER = """
            select index, bytes, leaf_hash, kind, source_event, account, ticket_id, reply_id, post_id
              from entry where index > $1 order by index limit $2
            """;

    private final Pool pool;

    StoredLeaves(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Leaf>> after(long index, int most) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(index, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredLeaves::leaf)
                        .toList());
    }

    private static Leaf leaf(Row row) {
        return new Leaf(
                row.getLong("index"),
                row.getBuffer("bytes").getBytes(),
                row.getBuffer("leaf_hash").getBytes(),
                new Leaf.Columns(
                        row.getString("kind"),
                        row.getUUID("source_event").toString(),
                        row.getString("account"),
                        row.getString("ticket_id"),
                        row.getString("reply_id"),
                        row.getString("post_id")));
    }
}
