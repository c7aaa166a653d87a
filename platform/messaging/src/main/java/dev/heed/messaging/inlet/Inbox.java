package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Remembers what a queue's events were handled, in the transaction of their handling.
 *
 * <p>{@code on conflict do nothing}, because a duplicate key error would abort the whole transaction.
 */
final class Inbox {

    private static final String CLAIM = """
            insert into inbox (queue, event_id)
            select %s, cast(event_id as uuid) from unnest(string_to_array(%s, ',')) as event_id
            on conflict do nothing
            returning cast(event_id as text)
            """;

    private Inbox() {}

    /** Those of the events that were not handled before, in order, each once. */
    static Uni<List<Envelope>> claim(SqlConnection connection, String queue, List<Envelope> events) {
        return connection
                .preparedQuery(CLAIM.formatted("cast($1 as text)", "cast($2 as text)"))
                .execute(Tuple.of(queue, ids(events)))
                .map(rows -> {
                    Set<String> claimed = new HashSet<>();
                    rows.forEach(row -> claimed.add(row.getString(0)));
                    return fresh(events, claimed);
                });
    }

    /** The same through the session's connection. */
    static Uni<List<Envelope>> claim(Mutiny.Session session, String queue, List<Envelope> events) {
        return session.createNativeQuery(CLAIM.formatted(":queue", ":ids"), String.class)
                .setParameter("queue", queue)
                .setParameter("ids", ids(events))
                .getResultList()
                .map(claimed -> fresh(events, new HashSet<>(claimed)));
    }

    private static String ids(List<Envelope> events) {
        return events.stream().map(event -> event.id().toString()).collect(Collectors.joining(","));
    }

    private static List<Envelope> fresh(List<Envelope> events, Set<String> claimed) {
        Set<UUID> seen = new HashSet<>();
        List<Envelope> fresh = new ArrayList<>();
        for (Envelope event : events) {
            if (claimed.contains(event.id().toString()) && seen.add(event.id())) {
                fresh.add(event);
            }
        }
        return fresh;
    }
}
