package dev.heed.audit.entry;

import dev.heed.audit.tree.LeafHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds entries. Column names are constants of this class; what people wrote only ever becomes a parameter. */
@ApplicationScoped
class EntrySearch {

    private static final String SELECT = "select index, leaf_hash, bytes from entry where ";

    private final Pool pool;

    EntrySearch(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<StoredEntry>> at(long index) {
        return select(SELECT + "index = $1", Tuple.of(index))
                .map(found -> found.stream().findFirst());
    }

    /** What is to be read for the page that the query asks for, newest first. */
    Uni<List<StoredEntry>> find(EntryQuery query) {
        Conditions wanted = new Conditions();
        wanted.add("kind = $", query.kind() == null ? null : query.kind().word());
        wanted.add("account = $", query.account());
        wanted.add("ticket_id = $", query.ticket());
        wanted.add("reply_id = $", query.reply());
        wanted.add("post_id = $", query.post());
        wanted.add("index < $", query.page().after().orElse(Long.MAX_VALUE));
        String limit = " order by index desc limit " + query.page().toRead();
        return select(SELECT + String.join(" and ", wanted.texts) + limit, wanted.values);
    }

    private static final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final Tuple values = Tuple.tuple();

        void add(String condition, @Nullable Object value) {
            if (value != null) {
                values.addValue(value);
                texts.add(condition + values.size());
            }
        }
    }

    private Uni<List<StoredEntry>> select(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EntrySearch::entry)
                        .toList());
    }

    private static StoredEntry entry(Row row) {
        return new StoredEntry(
                row.getLong("index"),
                LeafHash.stored(row.getBuffer("leaf_hash").getBytes()),
                row.getBuffer("bytes").getBytes());
    }
}
