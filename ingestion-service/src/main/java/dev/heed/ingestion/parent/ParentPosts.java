package dev.heed.ingestion.parent;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parents that are kept, and which ones X did not show. */
@ApplicationScoped
public class ParentPosts {

    /**
     * After this long, a post that X did not show, or that was erased, is worth asking for again: its author may have opened
     * the account. Until then it stays as it is, whatever an answer from before says.
     */
    private static final Duration FORGET = Duration.ofHours(6);

    private static final String KEEP = """
            insert into parent_post as kept (post_id, author_id, author_handle, text, created_at, told_at)
            select post_id, author_id, author_handle, text, created_at, $2
            from json_to_recordset(cast(cast($1 as text) as json)) as told(
              post_id text, author_id text, author_handle text, text text, created_at timestamptz)
            order by post_id
            on conflict (post_id) do update
              set author_id = excluded.author_id, author_handle = excluded.author_handle, text = excluded.text,
                  created_at = excluded.created_at, told_at = excluded.told_at
              where kept.text is null and kept.told_at < $3
            """;

    /**
     * Of some posts, what is known.
     *
     * @param shown those that are kept
     * @param hidden those that X did not show lately
     */
    record Known(Map<String, ParentPost> shown, Set<String> hidden) {}

    Uni<Known> find(SqlClient client, Collection<String> ids, Instant now) {
        return client.preparedQuery("select * from parent_post where post_id = any($1)")
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, ParentPost> shown = new HashMap<>();
                    Set<String> hidden = new HashSet<>();
                    rows.forEach(row -> sort(row, shown, hidden, now));
                    return new Known(shown, hidden);
                });
    }

    /** Keeps those that are not kept yet, with one statement. */
    public Uni<Void> keep(SqlClient client, Collection<ParentPost> parents, Instant now) {
        return keep(client, parents, List.of(), now);
    }

    Uni<Void> keep(SqlClient client, Collection<ParentPost> parents, Collection<String> hidden, Instant now) {
        if (parents.isEmpty() && hidden.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<JsonObject> rows = new ArrayList<>();
        parents.forEach(parent -> rows.add(new JsonObject()
                .put("post_id", parent.id())
                .put("author_id", parent.authorId())
                .put("author_handle", parent.authorHandle())
                .put("text", parent.text())
                .put("created_at", parent.createdAt().toString())));
        hidden.forEach(id -> rows.add(new JsonObject().put("post_id", id)));
        return client.preparedQuery(KEEP)
                .execute(Tuple.of(
                        new JsonArray(rows).encode(),
                        now.atOffset(ZoneOffset.UTC),
                        now.minus(FORGET).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static void sort(Row row, Map<String, ParentPost> shown, Set<String> hidden, Instant now) {
        String id = row.getString("post_id");
        if (row.getString("text") != null) {
            shown.put(
                    id,
                    new ParentPost(
                            id,
                            row.getString("author_id"),
                            row.getString("author_handle"),
                            row.getString("text"),
                            row.getOffsetDateTime("created_at").toInstant()));
        } else if (row.getOffsetDateTime("told_at").toInstant().plus(FORGET).isAfter(now)) {
            hidden.add(id);
        }
    }
}
