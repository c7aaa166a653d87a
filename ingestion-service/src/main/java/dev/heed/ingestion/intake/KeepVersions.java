package dev.heed.ingestion.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notes versions, and tells which belong together.
 *
 * <p>Two who note the same version at once wait for one another here, in the order of the ids, so that nothing behind it
 * meets a deadlock.
 */
@ApplicationScoped
class KeepVersions {

    private static final String TOLD = " from unnest($1::text[], $2::text[]) as told(version_id, first_id)";
    private static final String NOTE = """
            insert into mention_version (version_id, first_id)
            select distinct on (version_id) version_id, first_id""" + TOLD + """
             order by version_id, length(first_id), first_id
            on conflict do nothing
            returning version_id
            """;
    /** A later version may be known by name alone, from the history that came with an earlier one: its text is news. */
    private static final String KNOWN = """
            select version_id from mention_version v
             where version_id = any($1)
               and (version_id = first_id
                or exists (select 1 from mention m
                            where m.first_id = v.first_id
                              and (m.withdrawn_at is not null
                                or (length(m.post_id), m.post_id collate "C")
                                  >= (length(version_id), version_id collate "C"))))
            """;

    private static final String FIRST = "select version_id, first_id from mention_version where version_id = any($1)";
    private static final String REFILE = "update mention_version kept set first_id = told.first_id" + TOLD
            + " where kept.version_id = told.version_id";

    private final Pool pool;

    KeepVersions(Pool pool) {
        this.pool = pool;
    }

    /** Which of these say nothing new: the text of this version was met, or that of a newer one, or it was taken back. */
    Uni<Set<String>> known(Collection<String> ids) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(KeepVersions::ids);
    }

    /** Notes all versions of these, in the connection's transaction. */
    Uni<Chains> note(SqlConnection connection, List<Heard> heard) {
        Map<String, String> told = new HashMap<>();
        heard.forEach(one -> one.mention()
                .post()
                .versions()
                .forEach(version -> told.merge(
                        version, one.mention().post().firstId(), (a, b) -> Chains.BY_ID.compare(a, b) <= 0 ? a : b)));
        return connection.preparedQuery(NOTE).execute(columns(told)).chain(rows -> {
            Set<String> notedNow = ids(rows);
            return notedNow.size() == told.size()
                    ? Uni.createFrom().item(new Chains(Map.of()))
                    : meet(connection, heard, told.keySet(), notedNow);
        });
    }

    private static Uni<Chains> meet(
            SqlConnection connection, List<Heard> heard, Set<String> all, Set<String> notedNow) {
        return connection
                .preparedQuery(FIRST)
                .execute(Tuple.of(all.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> known = new HashMap<>();
                    rows.forEach(row -> known.put(row.getString("version_id"), row.getString("first_id")));
                    known.keySet().removeAll(notedNow);
                    return new Chains(known);
                })
                .call(chains -> refile(connection, chains.misfiled(heard, notedNow)));
    }

    private static Uni<Void> refile(SqlConnection connection, Map<String, String> misfiled) {
        return misfiled.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(REFILE).execute(columns(misfiled)).replaceWithVoid();
    }

    private static Tuple columns(Map<String, String> versions) {
        return Tuple.of(
                versions.keySet().toArray(String[]::new), versions.values().toArray(String[]::new));
    }

    private static Set<String> ids(RowSet<Row> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getString("version_id")));
        return ids;
    }
}
