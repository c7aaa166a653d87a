package dev.heed.audit.entry;

import dev.heed.audit.entry.LogTail.KnownResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The stored log at its end: what is there, and adding to it. */
@ApplicationScoped
class Entries {

    /** Names the lock of the log's end among the database's advisory locks: "heed.log" in ASCII. */
    private static final long LOCK = 0x686565642e6c6f67L;

    private static final String APPEND = """
            insert into entry
                (index, kind, source_event, account, ticket_id, reply_id, post_id, leaf_hash, bytes)
            select * from unnest($1::bigint[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::bytea[], $9::bytea[])
            """;
    private static final String RESPONSES = """
            select reply_id, post_id, convert_from(bytes, 'UTF8')::json #>> '{body,textSha256}' as text_sha256
              from entry where kind = 'response' and (reply_id = any($1) or post_id = any($2))
            """;

    /** Waits for the end of the log, and holds it until the transaction ends. */
    Uni<Void> lock(SqlConnection connection) {
        return connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .replaceWithVoid();
    }

    /** What the end of the log knows of this batch. Only under {@link #lock} is it still true a moment later. */
    Uni<LogTail> tail(SqlConnection connection, List<Unsealed> batch) {
        return next(connection)
                .chain(next -> sealedEvents(connection, batch)
                        .chain(events ->
                                responses(connection, batch).map(responses -> new LogTail(next, events, responses))));
    }

    private static Uni<Long> next(SqlConnection connection) {
        return connection
                .query("select coalesce(max(index) + 1, 0) as next from entry")
                .execute()
                .map(rows -> rows.iterator().next().getLong("next"));
    }

    private static Uni<Set<UUID>> sealedEvents(SqlConnection connection, List<Unsealed> batch) {
        UUID[] events = batch.stream().map(facts -> facts.source().event()).toArray(UUID[]::new);
        return connection
                .preparedQuery("select source_event from entry where source_event = any($1)")
                .execute(Tuple.of(events))
                .map(rows -> new HashSet<>(list(rows, row -> row.getUUID("source_event"))));
    }

    private static Uni<List<KnownResponse>> responses(SqlConnection connection, List<Unsealed> batch) {
        List<KnownResponse> published = batch.stream()
                .filter(facts -> facts.kind() == Kind.RESPONSE)
                .map(KnownResponse::of)
                .toList();
        if (published.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String[] replies = published.stream().map(KnownResponse::replyId).toArray(String[]::new);
        String[] posts = published.stream()
                .map(KnownResponse::postId)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return connection
                .preparedQuery(RESPONSES)
                .execute(Tuple.of(replies, posts))
                .map(rows -> list(
                        rows,
                        row -> new KnownResponse(
                                row.getString("reply_id"), row.getString("post_id"), row.getString("text_sha256"))));
    }

    /** Adds entries at the end, with one statement. */
    Uni<Void> append(SqlConnection connection, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addValue(entries.stream().map(Entry::index).toArray(Long[]::new))
                .addValue(texts(entries, entry -> entry.facts().kind().word()))
                .addValue(entries.stream()
                        .map(entry -> entry.facts().source().event())
                        .toArray(UUID[]::new))
                .addValue(texts(entries, entry -> entry.facts().account()))
                .addValue(texts(entries, entry -> entry.facts().ticketId()))
                .addValue(texts(entries, entry -> entry.facts().replyId()))
                .addValue(texts(entries, entry -> entry.facts().postId()))
                .addValue(entries.stream()
                        .map(entry -> Buffer.buffer(entry.leafHash().bytes()))
                        .toArray(Buffer[]::new))
                .addValue(entries.stream()
                        .map(entry -> Buffer.buffer(entry.bytes()))
                        .toArray(Buffer[]::new));
        return connection.preparedQuery(APPEND).execute(columns).replaceWithVoid();
    }

    private static @Nullable String[] texts(List<Entry> entries, Function<Entry, @Nullable String> column) {
        @Nullable String[] values = new @Nullable String[entries.size()];
        Arrays.setAll(values, i -> column.apply(entries.get(i)));
        return values;
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> shape) {
        return StreamSupport.stream(rows.spliterator(), false).map(shape).toList();
    }
}
