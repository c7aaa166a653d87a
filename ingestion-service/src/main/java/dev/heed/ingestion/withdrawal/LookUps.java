package dev.heed.ingestion.withdrawal;

import dev.heed.ingestion.account.AccountId;
import dev.heed.messaging.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The look-ups to come. A trigger of {@code mention} adds them; triggers of {@code parent_post} add those of what is kept later
 * than the mention that answers it.
 */
@ApplicationScoped
class LookUps {

    /** X's own limit for one call. */
    static final int BATCH = 100;

    /** Whoever takes look-ups and dies leaves them to others after this long. */
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private static final String ACCOUNTS_DUE = """
            select id from account a
             where exists (select 1 from look_up l where l.account_id = a.id and l.due_at <= $1)
            """;
    /**
     * What is not kept any longer, or was never, and what we wrote ourselves, has no id to ask for. A ticket ends for what it
     * answers when it ended for all that answer it.
     */
    private static final String TAKE = """
            with due as (
                select post_id from look_up where account_id = $1 and due_at <= $2
                 order by due_at, post_id limit $3 for update skip locked)
            update look_up l set due_at = $4 from due where l.post_id = due.post_id
            returning l.post_id, l.heard_at, l.missing_reason,
                (select m.post_id from mention m where m.first_id = l.post_id and m.withdrawn_at is null) as mention_id,
                (select p.post_id from parent_post p
                  where p.post_id = l.post_id and p.text is not null
                    and not exists (select 1 from account ours where ours.id = p.author_id)) as parent_id,
                coalesce((select m.author_id from mention m where m.first_id = l.post_id),
                         (select p.author_id from parent_post p where p.post_id = l.post_id)) as author_id,
                l.ticket_ended or not exists (
                    select 1 from mention m join look_up o on o.post_id = m.first_id
                     where (m.first_id = l.post_id or m.in_reply_to_post_id = l.post_id or m.quoted_post_id = l.post_id)
                       and not o.ticket_ended) as over
            """;

    private static final String SET = """
            update look_up set due_at = $2, missing_reason = $3 where post_id = $1
            """;
    private static final String DROP = "delete from look_up where post_id = any ($1)";
    private static final String TICKET = """
            update look_up l set ticket_version = told.version, ticket_ended = told.ended
              from unnest($1::text[], $2::bigint[], $3::boolean[]) as told (post_id, version, ended)
              join mention_version v on v.version_id = told.post_id
             where l.post_id = v.first_id and l.ticket_version < told.version
            """;

    private final Pool pool;
    private final Transactions transactions;

    LookUps(Pool pool, Transactions transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    /** Says when a post is to be asked for next. {@code due} null: never again. */
    record Next(
            String postId, @Nullable Instant due, @Nullable Reason missing) {}

    /** What a ticket event tells of one of its posts. */
    record TicketOf(String postId, long version, boolean ended) {}

    Uni<Set<AccountId>> accountsDue(Instant now) {
        return pool.preparedQuery(ACCOUNTS_DUE)
                .execute(Tuple.of(time(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new AccountId(row.getString("id")))
                        .collect(Collectors.toSet()));
    }

    /** Takes up to 100 that are due, so that nobody else does; what needs no look-up any longer is dropped. */
    Uni<List<LookUp>> take(AccountId account, Instant now) {
        Tuple which = Tuple.of(account.value(), time(now), BATCH, time(now.plus(TAKEN)));
        return transactions.inConnection(connection -> connection
                .preparedQuery(TAKE)
                .execute(which)
                .chain(rows -> {
                    List<LookUp> taken = new ArrayList<>();
                    List<String> done = new ArrayList<>();
                    rows.forEach(row -> sort(row, taken, done, now));
                    return drop(connection, done).replaceWith(taken);
                }));
    }

    Uni<Void> settle(SqlConnection connection, Collection<Next> all) {
        List<String> done = all.stream()
                .filter(next -> next.due() == null)
                .map(Next::postId)
                .toList();
        List<Tuple> again = all.stream()
                .filter(next -> next.due() != null)
                .map(next -> Tuple.of(
                        next.postId(),
                        time(next.due()),
                        next.missing() == null ? null : next.missing().word()))
                .toList();
        Uni<Void> set = again.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(SET).executeBatch(again).replaceWithVoid();
        return set.chain(() -> drop(connection, done));
    }

    /** Remembers how the tickets of posts stand; older news of a ticket changes nothing. */
    Uni<Void> tickets(SqlConnection connection, List<TicketOf> told) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(TICKET)
                        .execute(Tuple.of(
                                told.stream().map(TicketOf::postId).toArray(String[]::new),
                                told.stream().map(TicketOf::version).toArray(Long[]::new),
                                told.stream().map(TicketOf::ended).toArray(Boolean[]::new)))
                        .replaceWithVoid();
    }

    private static void sort(Row row, List<LookUp> taken, List<String> done, Instant now) {
        @Nullable String mention = row.getString("mention_id");
        @Nullable String ask = mention == null ? row.getString("parent_id") : mention;
        Instant heardAt = row.getOffsetDateTime("heard_at").toInstant();
        @Nullable String missing = row.getString("missing_reason");
        boolean last = !heardAt.plus(Schedule.LAST).isAfter(now);
        if (ask == null || (last && missing == null && row.getBoolean("over"))) {
            done.add(row.getString("post_id"));
        } else {
            taken.add(new LookUp(
                    row.getString("post_id"),
                    ask,
                    row.getString("author_id"),
                    mention != null,
                    heardAt,
                    missing == null ? null : Reason.of(missing)));
        }
    }

    private static Uni<Void> drop(SqlConnection connection, List<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(DROP)
                        .execute(Tuple.of(ids.toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
