package dev.heed.ingestion.gap;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The gaps there are, and were. */
@ApplicationScoped
public class Gaps {

    private static final Logger LOG = Logger.getLogger(Gaps.class);

    private static final String ADD = """
            insert into gap (id, account_id, source, from_id, to_id, reached, state, filled, why, lease_epoch, opened_at,
              closed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """;
    private static final String MOVE = """
            update gap set reached = $2, state = $3, filled = $4, lease_epoch = $5, closed_at = $6
            where id = $1 and state = 'open'
            """;

    private static final String LATEST = """
            select * from (
              select gap.*, row_number() over (partition by account_id order by state = 'open' desc, opened_at desc) as nth
              from gap where state = 'open' or opened_at > now() - interval '7 days') as ranked
            where nth <= 20
            order by opened_at desc
            """;

    /**
     * A few of each account, so that those of one that cannot be filled now keep no other's waiting; and of those of one post
     * more, which wait for X to show it and keep none of the account's own waiting either.
     */
    private static final String OPEN = """
            select * from (
              select gap.*, row_number() over (partition by account_id, to_id - from_id = 2 order by to_id) as nth
              from gap where state = 'open' and account_id = any($1)) as ranked
            where nth <= case when to_id - from_id = 2 then 50 else 5 end
            order by to_id
            """;

    private final Pool pool;
    private final Outbox outbox;

    Gaps(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** An account's, the last one first; for people who want to know what was not heard, and why. */
    public Uni<List<Gap>> of(AccountId account) {
        return pool.preparedQuery("select * from gap where account_id = $1 order by opened_at desc limit 100")
                .execute(Tuple.of(account.value()))
                .map(Gaps::gaps);
    }

    /** Of every account the open ones, and those of a week, twenty at most; the last one first. */
    public Uni<List<Gap>> latest() {
        return pool.query(LATEST).execute().map(Gaps::gaps);
    }

    /** Of these accounts those that are to be filled, a few of each, the oldest first: X forgets it first. */
    public Uni<List<Gap>> open(Collection<AccountId> accounts) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(accounts.stream().map(AccountId::value).toArray(String[]::new)))
                .map(Gaps::gaps);
    }

    /** As it is now. */
    public Uni<Optional<Gap>> find(UUID id) {
        return pool.preparedQuery("select * from gap where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> gaps(rows).stream().findFirst());
    }

    /** How many there are of each state. */
    public Uni<Map<GapState, Long>> count() {
        return pool.preparedQuery("select state, count(*) as gaps from gap group by state")
                .execute()
                .map(rows -> {
                    Map<GapState, Long> counts = new EnumMap<>(GapState.class);
                    rows.forEach(row -> counts.put(GapState.of(row.getString("state")), row.getLong("gaps")));
                    return counts;
                });
    }

    /** Notes a new one, in the transaction that moves the cursor past it. */
    public Uni<Void> add(SqlConnection connection, Gap gap, Account account, Lease lease, Instant now) {
        LOG.warnf(
                "There is a gap in what was heard of @%s, from %s to %s: %s",
                account.handle(), gap.begins(), gap.ends(), gap.why());
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(gap.id())
                        .addString(gap.account().value())
                        .addString(gap.source())
                        .addLong(gap.from())
                        .addLong(gap.to())
                        .addLong(gap.reached())
                        .addString(gap.state().word())
                        .addInteger(gap.filled())
                        .addString(gap.why())
                        .addLong(lease.epoch())
                        .addOffsetDateTime(gap.openedAt().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(closedAt(gap, now)))
                .chain(added -> tellOfLoss(connection, gap, account, now));
    }

    /** Notes one that may be noted already, open or closed: then nothing is done. */
    public Uni<Void> addOnce(SqlConnection connection, Gap gap, Account account, Lease lease, Instant now) {
        return connection
                .preparedQuery("select 1 from gap where account_id = $1 and from_id = $2 and to_id = $3")
                .execute(Tuple.of(account.id().value(), gap.from(), gap.to()))
                .chain(same -> same.size() == 0
                        ? add(connection, gap, account, lease, now)
                        : Uni.createFrom().voidItem());
    }

    /** Notes how far it is filled, or that it is closed, in the connection's transaction. */
    public Uni<Void> move(SqlConnection connection, Gap gap, Account account, Lease lease, Instant now) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.tuple()
                        .addUUID(gap.id())
                        .addLong(gap.reached())
                        .addString(gap.state().word())
                        .addInteger(gap.filled())
                        .addLong(lease.epoch())
                        .addOffsetDateTime(closedAt(gap, now)))
                .chain(moved -> moved.rowCount() == 1
                        ? tellOfLoss(connection, gap, account, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tellOfLoss(SqlConnection connection, Gap gap, Account account, Instant now) {
        if (!gap.state().isLoss()) {
            return Uni.createFrom().voidItem();
        }
        LOG.errorf("Something is lost. %s", FindingRaisedV1.words(gap, account.handle()));
        return outbox.append(connection, List.of(FindingRaisedV1.event(gap, account, now)));
    }

    private static @Nullable OffsetDateTime closedAt(Gap gap, Instant now) {
        return gap.state() == GapState.OPEN ? null : now.atOffset(ZoneOffset.UTC);
    }

    private static List<Gap> gaps(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Gaps::gap).toList();
    }

    private static Gap gap(Row row) {
        return new Gap(
                row.getUUID("id"),
                new AccountId(row.getString("account_id")),
                row.getString("source"),
                row.getLong("from_id"),
                row.getLong("to_id"),
                row.getLong("reached"),
                GapState.of(row.getString("state")),
                row.getInteger("filled"),
                row.getString("why"),
                row.getOffsetDateTime("opened_at").toInstant());
    }
}
