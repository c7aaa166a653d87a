package dev.heed.ingestion.withdrawal;

import static java.util.stream.Collectors.groupingBy;

import dev.heed.ingestion.webhook.Deliveries;
import dev.heed.messaging.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Erases what was withdrawn and tells of it, in the caller's transaction. A post that is kept nowhere, or was erased before,
 * is none of anybody's business: nothing is told.
 */
@ApplicationScoped
public class Withdrawals {

    /** All versions of it: X deletes the whole chain with any of them. */
    private static final String CHAIN = """
            with told as materialized (select first_id from mention_version where version_id = $1)
            select first_id as id from told
            union
            select version_id from mention_version
             where version_id <> first_id and first_id = (select first_id from told)
            """;

    /** Told of every version: whoever answered one between brought a copy that others keep under that one's id. */
    private static final String ERASE_MENTION = """
            with erased as (
                update mention set text = '', media = null, withdrawn_reason = $2, withdrawn_at = $3
                 where first_id in (select first_id from mention_version where version_id = any ($1)) and withdrawn_at is null
                returning first_id, author_id, account_id, account_handle, conversation_id, traceparent)
            select v.version_id as post_id, e.* from erased e join mention_version v using (first_id)
             where v.version_id = any ($1)
             order by length(v.version_id) desc, v.version_id desc
            """;
    /** With the mention that it came with: its account and conversation are those that know the text. */
    private static final String ERASE_PARENT = """
            with gone as (
                select post_id, author_id from parent_post where post_id = any ($1) and text is not null for update),
            erased as (
                update parent_post set text = null, author_id = null, author_handle = null, created_at = null, told_at = $2
                 where post_id in (select post_id from gone))
            select distinct on (gone.post_id) gone.post_id, gone.post_id as first_id, gone.author_id, m.account_id,
                   m.account_handle, m.conversation_id, m.traceparent
              from gone join mention m on m.in_reply_to_post_id = gone.post_id or m.quoted_post_id = gone.post_id
             order by gone.post_id, m.position
            """;

    private static final String FORGET = "delete from look_up where post_id = any ($1)";

    private final Deliveries deliveries;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Clock clock;

    Withdrawals(Deliveries deliveries, Outbox outbox, MeterRegistry meters, Clock clock) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * X said that the post was deleted.
     *
     * @param postId of any version
     * @return whether its text was kept until now
     */
    public Uni<Boolean> deleted(SqlConnection connection, String postId, HowKnown howKnown) {
        return withdrawn(connection, postId, Reason.DELETED, howKnown);
    }

    /** As {@link #deleted}, for whatever reason. */
    public Uni<Boolean> withdrawn(SqlConnection connection, String postId, Reason reason, HowKnown howKnown) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var at = now.atOffset(ZoneOffset.UTC);
        return chain(connection, postId)
                .chain(ids -> connection
                        .preparedQuery(ERASE_MENTION)
                        .execute(Tuple.of(ids, reason.word(), at))
                        .chain(mentions -> connection
                                .preparedQuery(ERASE_PARENT)
                                .execute(Tuple.of(ids, at))
                                .chain(parents -> tell(connection, mentions, parents, reason, howKnown, now)))
                        .call(() -> deliveries.erase(connection, List.of(ids)))
                        .call(() -> connection.preparedQuery(FORGET).execute(Tuple.of(ids))));
    }

    private static Uni<String[]> chain(SqlConnection connection, String postId) {
        return connection.preparedQuery(CHAIN).execute(Tuple.of(postId)).map(rows -> {
            Set<String> ids = new HashSet<>(Set.of(postId));
            rows.forEach(row -> ids.add(row.getString("id")));
            return ids.toArray(String[]::new);
        });
    }

    private Uni<Boolean> tell(
            SqlConnection connection,
            RowSet<Row> mentions,
            RowSet<Row> parents,
            Reason reason,
            HowKnown howKnown,
            Instant at) {
        List<Erased> erased = new ArrayList<>();
        mentions.forEach(row -> erased.add(erased(row)));
        parents.forEach(row -> erased.add(erased(row)));
        if (erased.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return outbox.append(
                        connection,
                        erased.stream()
                                .map(one -> MentionWithdrawnV1.event(one, reason, howKnown, at))
                                .toList())
                .invoke(() -> meters.counter(
                                "heed.ingestion.withdrawals", "reason", reason.word(), "how", howKnown.word())
                        .increment(erased.stream()
                                .collect(groupingBy(Erased::firstId))
                                .size()))
                .replaceWith(true);
    }

    private static Erased erased(Row row) {
        return new Erased(
                row.getString("post_id"),
                row.getString("first_id"),
                row.getString("author_id"),
                row.getString("account_id"),
                row.getString("account_handle"),
                row.getString("conversation_id"),
                row.getString("traceparent"));
    }
}
