package dev.heed.routing.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The owners in the database. Always locked in the order of their names, and after the tickets: so nobody deadlocks. */
@ApplicationScoped
public class Owners {

    private static final String ADD = """
            insert into owner (name)
            select unnest($1::text[]) as name order by name
            on conflict do nothing
            """;
    private static final String LOCK =
            "select name, last_assigned_at from owner where name = any ($1) order by name for update";
    /** A statement of its own after the lock, so that it sees what the lock's former holder gave out. */
    private static final String COUNT = """
            select owner, count(*) as open from ticket
             where owner = any ($1) and status in ('assigned', 'claimed')
             group by owner
            """;

    private static final String SAVE = """
            update owner set last_assigned_at = given.at
              from unnest($1::text[], $2::timestamptz[]) as given (name, at)
             where owner.name = given.name
            """;

    /** The roster of these people, which is this transaction's until it ends. */
    public Uni<Roster> lock(SqlConnection connection, Collection<String> names) {
        String[] wanted = names.stream().distinct().sorted().toArray(String[]::new);
        if (wanted.length == 0) {
            return Uni.createFrom().item(new Roster(List.of()));
        }
        Tuple people = Tuple.of(wanted);
        return connection
                .preparedQuery(ADD)
                .execute(people)
                .chain(() -> connection.preparedQuery(LOCK).execute(people))
                .chain(locked -> connection.preparedQuery(COUNT).execute(people).map(open -> roster(locked, open)));
    }

    /** Remembers who was given something. */
    public Uni<Void> save(SqlConnection connection, Roster roster) {
        if (roster.given().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] names = roster.given().stream().map(Share::owner).toArray(String[]::new);
        OffsetDateTime[] times = roster.given().stream()
                .map(share -> share.idleSince().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return connection.preparedQuery(SAVE).execute(Tuple.of(names, times)).replaceWithVoid();
    }

    private static Roster roster(RowSet<Row> locked, RowSet<Row> open) {
        var counts = new HashMap<String, Long>();
        open.forEach(row -> counts.put(row.getString("owner"), row.getLong("open")));
        var shares = new ArrayList<Share>();
        for (Row row : locked) {
            String name = row.getString("name");
            @Nullable OffsetDateTime last = row.getOffsetDateTime("last_assigned_at");
            shares.add(new Share(name, counts.getOrDefault(name, 0L), last == null ? null : last.toInstant()));
        }
        return new Roster(shares);
    }
}
