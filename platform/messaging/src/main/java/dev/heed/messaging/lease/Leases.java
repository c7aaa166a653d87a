package dev.heed.messaging.lease;

import dev.heed.messaging.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives and takes leases, by the database's clock alone.
 *
 * <p>A process is one holder: two callers in the same process share a lease of the same name.
 */
@ApplicationScoped
public class Leases {

    private static final String ACQUIRE = """
            insert into lease as held (name, holder, epoch, ttl, expires_at)
            values ($1, $2, 1, $3 * interval '1 millisecond', clock_timestamp() + $3 * interval '1 millisecond')
            on conflict (name) do update set
              holder = excluded.holder,
              epoch = held.epoch + case when held.holder = excluded.holder and held.expires_at > clock_timestamp() then 0 else 1 end,
              ttl = excluded.ttl,
              expires_at = excluded.expires_at
            where held.holder = excluded.holder or held.expires_at <= clock_timestamp()
            returning epoch, expires_at
            """;
    private static final String RENEW = """
            update lease set expires_at = clock_timestamp() + ttl
            where name = $1 and holder = $2 and epoch = $3 and expires_at > clock_timestamp()
            """;
    private static final String RELEASE =
            "update lease set expires_at = '-infinity' where name = $1 and holder = $2 and epoch = $3";
    private static final String HOLDS = """
            select 1 from lease
            where name = $1 and holder = $2 and epoch = $3 and expires_at > clock_timestamp()
            for share
            """;

    private static final String HOLDS_IN_SESSION = """
            select 1 from lease
            where name = :name and holder = :holder and epoch = :epoch and expires_at > clock_timestamp()
            for share
            """;

    private final Pool pool;
    private final String holder;

    @Inject
    public Leases(Pool pool) {
        this(pool, UuidV7.next().toString());
    }

    Leases(Pool pool, String holder) {
        this.pool = pool;
        this.holder = holder;
    }

    /**
     * Takes the lease if it is free, expired or already ours; empty if somebody else holds it.
     *
     * <p>Ours and unexpired: the epoch stays and the time is extended. Otherwise the epoch rises.
     */
    public Uni<Optional<Lease>> acquire(String name, Duration ttl) {
        return pool.preparedQuery(ACQUIRE)
                .execute(Tuple.of(name, holder, ttl.toMillis()))
                .map(rows -> first(rows).map(row -> lease(name, row)));
    }

    /** Makes the lease last its whole time again, from now; false once it is lost. */
    public Uni<Boolean> renew(Lease lease) {
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(lease.name(), lease.holder(), lease.epoch()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Gives the lease back at once; does nothing if it is no longer ours. */
    public Uni<Void> release(Lease lease) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(lease.name(), lease.holder(), lease.epoch()))
                .replaceWithVoid();
    }

    /**
     * The fence: whether the lease is still ours, and if so, that it stays ours until the connection's transaction ends.
     *
     * <p>The row is locked for share: a new holder waits for this transaction, so nothing that it writes can follow a later
     * holder's work.
     */
    public Uni<Boolean> holds(SqlConnection connection, Lease lease) {
        return connection
                .preparedQuery(HOLDS)
                .execute(Tuple.of(lease.name(), lease.holder(), lease.epoch()))
                .map(rows -> rows.size() == 1);
    }

    /** As {@link #holds(SqlConnection, Lease)}, in the transaction of a Hibernate Reactive session. */
    public Uni<Boolean> holds(Mutiny.Session session, Lease lease) {
        return session.createNativeQuery(HOLDS_IN_SESSION, Integer.class)
                .setParameter("name", lease.name())
                .setParameter("holder", lease.holder())
                .setParameter("epoch", lease.epoch())
                .getResultList()
                .map(rows -> rows.size() == 1);
    }

    private Lease lease(String name, Row row) {
        return new Lease(
                name,
                holder,
                row.getLong("epoch"),
                row.getOffsetDateTime("expires_at").toInstant());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}
