package dev.heed.routing.ticket;

import dev.heed.messaging.outbox.Outbox;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Many tickets at once, on the hot path: a batch of heard posts in a handful of statements.
 *
 * <p>Locks are always taken in the same order (posts, tickets, then owners, each by their identity), so that replicas wait for
 * one another and do not deadlock. A ticket that does not exist yet is locked by its identity.
 */
@ApplicationScoped
public class TicketBatch {

    private static final String ROWS =
            " select * from jsonb_populate_recordset(null::%s, cast(cast($1 as text) as jsonb))";
    private static final String LOCK_IDENTITIES = "select pg_advisory_xact_lock(key) from unnest($1::bigint[]) as key";
    private static final String LOCK_TICKETS = "select id from ticket where id = any ($1) order by id for update";
    /** A statement of its own after the locks, so that it sees what their former holders wrote. */
    private static final String LOAD = """
            select to_jsonb(t)::text as ticket,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                             'id', p.id, 'kind', p.kind, 'withdrawn_reason', p.withdrawn_reason)), '[]')::text
                      from ticket_post p where p.ticket_id = t.id and p.id <> all ($2)) as posts,
                   (select coalesce(jsonb_agg(to_jsonb(c)), '[]')::text
                      from ticket_clock c where c.ticket_id = t.id) as clocks
              from ticket t
             where t.id = any ($1)
            """;

    private static final String KNOWN_OWNERS = """
            select distinct on (t.account_id, t.customer_id) t.account_id, t.customer_id, t.owner
              from ticket t
              join unnest($1::text[], $2::text[]) as asked (account_id, customer_id)
                on t.account_id = asked.account_id and t.customer_id = asked.customer_id
             where t.owner is not null
             order by t.account_id, t.customer_id, t.updated_at desc
            """;
    private static final String SAVE_TICKETS = "insert into ticket" + ROWS.formatted("ticket") + """
             on conflict (id) do update set
               version = excluded.version, customer_handle = excluded.customer_handle, customer_name = excluded.customer_name,
               status = excluded.status, owner = excluded.owner, tier = excluded.tier,
               decision_kind = excluded.decision_kind, decision_rule = excluded.decision_rule,
               decision_why = excluded.decision_why, decision_priority = excluded.decision_priority,
               decision_tier = excluded.decision_tier, policy_version = excluded.policy_version,
               traceparent = excluded.traceparent, updated_at = excluded.updated_at
            """;
    private static final String SAVE_CLOCKS = "insert into ticket_clock"
            + ROWS.formatted("ticket_clock")
            + " on conflict (ticket_id, number) do update set stopped_at = excluded.stopped_at";
    private static final String SAVE_HISTORY = "insert into ticket_history" + ROWS.formatted("ticket_history");

    private final Outbox outbox;

    TicketBatch(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The tickets of these posts that exist, without the posts; all of them are this transaction's until it ends. */
    public Uni<Map<TicketId, Ticket>> lock(SqlConnection connection, Collection<HeardPost> posts) {
        return lock(
                connection,
                posts.stream().map(HeardPost::ticketId),
                posts.stream().map(HeardPost::id).toArray(String[]::new));
    }

    /** These tickets with all their posts, as they stand; they are this transaction's until it ends. */
    public Uni<Map<TicketId, Ticket>> lockAll(SqlConnection connection, Collection<TicketId> tickets) {
        return lock(connection, tickets.stream(), new String[0]);
    }

    private static Uni<Map<TicketId, Ticket>> lock(SqlConnection connection, Stream<TicketId> tickets, String[] fresh) {
        UUID[] ids = tickets.distinct().sorted().map(TicketId::value).toArray(UUID[]::new);
        Long[] keys = Arrays.stream(ids)
                .map(id -> id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .sorted()
                .toArray(Long[]::new);
        return connection
                .preparedQuery(LOCK_IDENTITIES)
                .execute(Tuple.of(keys))
                .chain(() -> connection.preparedQuery(LOCK_TICKETS).execute(Tuple.of(ids)))
                .chain(() -> connection.preparedQuery(LOAD).execute(Tuple.of(ids, fresh)))
                .map(TicketBatch::tickets);
    }

    /** The owner of each customer's latest ticket with the same account, by the post's author. */
    public Uni<KnownOwners> knownOwners(SqlConnection connection, Collection<HeardPost> posts) {
        String[] accounts = posts.stream().map(post -> post.account().id()).toArray(String[]::new);
        String[] customers = posts.stream().map(post -> post.author().id()).toArray(String[]::new);
        return connection
                .preparedQuery(KNOWN_OWNERS)
                .execute(Tuple.of(accounts, customers))
                .map(rows -> {
                    var owners = new KnownOwners(new HashMap<>());
                    rows.forEach(row -> owners.remember(
                            row.getString("account_id"), row.getString("customer_id"), row.getString("owner")));
                    return owners;
                });
    }

    /** Writes tickets as they stand after the last of their changes, every change's history line, and every event. */
    public Uni<Void> save(SqlConnection connection, List<TicketChange> changes) {
        var latest = new LinkedHashMap<TicketId, TicketChange>();
        changes.forEach(change -> latest.put(change.ticket().id(), change));
        return write(
                        connection,
                        SAVE_TICKETS,
                        latest.values().stream().map(TicketRow::of).toList())
                .chain(() -> write(
                        connection,
                        SAVE_CLOCKS,
                        latest.values().stream()
                                .flatMap(change -> ClockRow.of(change.ticket()).stream())
                                .toList()))
                .chain(() -> write(
                        connection,
                        SAVE_HISTORY,
                        changes.stream().map(HistoryRow::of).toList()))
                .chain(() -> outbox.append(
                        connection,
                        changes.stream()
                                .map(TicketEventV2::of)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private static Uni<Void> write(SqlConnection connection, String sql, List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(sql)
                        .execute(Tuple.of(RowJson.write(rows)))
                        .replaceWithVoid();
    }

    private static Map<TicketId, Ticket> tickets(RowSet<Row> rows) {
        var tickets = new HashMap<TicketId, Ticket>();
        for (Row row : rows) {
            Ticket ticket = RowJson.read(row.getString("ticket"), TicketRow.class)
                    .toTicket(
                            PostRow.toTicketPosts(RowJson.readAll(row.getString("posts"), PostRow.class)),
                            ClockRow.toClocks(RowJson.readAll(row.getString("clocks"), ClockRow.class)));
            tickets.put(ticket.id(), ticket);
        }
        return tickets;
    }
}
