package dev.heed.ingestion.message;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.OnRemoval;
import dev.heed.messaging.lease.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far each account's messages were walked, and what of them is not heard. */
@ApplicationScoped
class MessageCursors implements OnRemoval {

    private static final String FIND =
            "select heard_from, highest, walked_at, next_token, next_highest from message_cursor where account_id = $1";
    private static final String MOVE = """
            insert into message_cursor as known (account_id, highest, next_token, next_highest, lease_epoch, moved_at, walked_at, heard_from)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (account_id) do update set heard_from = coalesce(known.heard_from, excluded.heard_from), highest = excluded.highest, walked_at = excluded.walked_at,
              next_token = excluded.next_token, next_highest = excluded.next_highest, lease_epoch = excluded.lease_epoch, moved_at = excluded.moved_at,
              refused = null
            """;
    private static final String REFUSED = """
            insert into message_cursor as known (account_id, highest, next_highest, refused, lease_epoch, moved_at)
            values ($1, 0, 0, $2, 0, $3)
            on conflict (account_id) do update set refused = excluded.refused
              where known.refused is distinct from excluded.refused
            """;
    private static final String SEALED = """
            insert into message_cursor as known (account_id, highest, next_highest, sealed_at, lease_epoch, moved_at)
            values ($1, 0, 0, $2, 0, $2)
            on conflict (account_id) do update set sealed_at = greatest(known.sealed_at, excluded.sealed_at)
            """;
    private static final String UNHEARD = """
            select case when refused is not null then refused
                        when sealed_at > $2 then 'X shows messages without their text, as those of encrypted chats: they can be read on X only'
                   end as why
            from message_cursor where account_id = $1
            """;
    /** How long a message that could not be read is worth a word. */
    private static final Duration RECENT = Duration.ofDays(1);

    private final Pool pool;
    private final Clock clock;

    MessageCursors(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Where a walk stands: see {@link MessageWalk}.
     *
     * @param from where a first walk begins
     */
    Uni<MessageWalk> find(AccountId account, Instant from) {
        return pool.preparedQuery(FIND).execute(Tuple.of(account.value())).map(rows -> {
            if (rows.size() == 0) {
                return MessageWalk.first(from);
            }
            var row = rows.iterator().next();
            OffsetDateTime walked = row.getOffsetDateTime("walked_at");
            OffsetDateTime heardFrom = row.getOffsetDateTime("heard_from");
            return new MessageWalk(
                    heardFrom == null ? from : heardFrom.toInstant(),
                    row.getLong("highest"),
                    walked == null ? null : walked.toInstant(),
                    row.getString("next_token"),
                    row.getLong("next_highest"),
                    false);
        });
    }

    /** An account that is removed and comes back begins anew. */
    @Override
    public Uni<Void> removed(Account account) {
        return pool.preparedQuery("delete from message_cursor where account_id = $1 and " + STILL_REMOVED)
                .execute(Tuple.of(account.id().value()))
                .replaceWithVoid();
    }

    /** Notes where the walk stands, in the connection's transaction. */
    Uni<Void> move(SqlConnection connection, AccountId account, MessageWalk walk, Lease lease) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.tuple()
                        .addString(account.value())
                        .addLong(walk.highest())
                        .addString(walk.token())
                        .addLong(walk.met())
                        .addLong(lease.epoch())
                        .addOffsetDateTime(now())
                        .addOffsetDateTime(
                                walk.walkedAt() == null ? null : walk.walkedAt().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(walk.from().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Notes, in the connection's transaction, that a message was sent at this time which X does not let us read. */
    Uni<Void> sealed(SqlConnection connection, AccountId account, Instant at) {
        return connection
                .preparedQuery(SEALED)
                .execute(Tuple.of(account.value(), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Notes that X does not show the account's messages, in words; true if that is news. */
    Uni<Boolean> refused(AccountId account, String why) {
        return pool.preparedQuery(REFUSED)
                .execute(Tuple.of(account.value(), why, now()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** What is not heard, in words; empty where nothing is known to be unheard. */
    Uni<Optional<String>> unheard(AccountId account) {
        return pool.preparedQuery(UNHEARD)
                .execute(Tuple.of(account.value(), now().minus(RECENT)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.ofNullable(rows.iterator().next().getString("why")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
