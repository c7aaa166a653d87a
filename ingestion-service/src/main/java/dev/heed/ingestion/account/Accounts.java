package dev.heed.ingestion.account;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.Refusal;
import dev.heed.x.XUser;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
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
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The accounts that are listened for. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<AccountRow, String> {

    private static final Logger LOG = Logger.getLogger(Accounts.class);

    private static final String WALKED = """
            update account set status = case when status = 'refused' then 'active' else status end,
              refused_why = null, last_polled_at = $2,
              last_heard_post_id = coalesce($3, last_heard_post_id) where id = $1
            """;

    private static final String COLUMNS = """
            select id, handle, name, status, refused_why, monthly_budget_micros, last_heard_post_id, last_polled_at,
              resumed_at, registered_at from account
            """;
    /** Without entities: asked for every second. */
    private static final String OURS = COLUMNS + " order by handle";

    private static final String TO_CLEAR = COLUMNS + " where to_clear and status = 'removed'";
    private static final String CLEARED = "update account set to_clear = false where id = $1 and status = 'removed'";
    /** Against a removal only, which locks for update: walks move the account's times meanwhile. */
    private static final String LISTENS =
            "select 1 from account where id = $1 and status in ('active', 'refused') for key share";

    private static final String SEEN = """
            update account set
              former_handle = case when lower(handle) = lower($2) then former_handle else handle end,
              renamed_at = case when lower(handle) = lower($2) then renamed_at else $4 end,
              handle = $2, name = $3
            where id = $1 and (handle <> $2 or name <> $3)
            returning handle, former_handle, renamed_at
            """;
    private static final String RENAMED =
            "select handle, former_handle, renamed_at from account where id = $1 and renamed_at >= $2";
    /** A row is written as a whole, so whoever changes one reads it under this lock. */
    private static final String LOCK = "select id from account where id = :id for update";

    /** How long what pages ask for may be old. */
    private static final long LATELY_NANOS = 1_000_000_000L;

    private final Transactions transactions;
    private final Pool pool;
    private volatile @Nullable Lately lately;

    /** All that were ours, at the time of {@link System#nanoTime}. */
    private record Lately(List<Account> ours, long at) {

        boolean has(Account hearer) {
            return ours.stream()
                    .anyMatch(
                            one -> one.id().equals(hearer.id()) && one.handle().equals(hearer.handle()));
        }
    }

    Accounts(Transactions transactions, Pool pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    /**
     * Whether the account is listened for; if so it is not removed until the connection's transaction ends, and what is
     * written in it is there to be cleared away afterwards.
     */
    public Uni<Boolean> stillListens(SqlConnection connection, AccountId id) {
        return connection.preparedQuery(LISTENS).execute(Tuple.of(id.value())).map(rows -> rows.size() == 1);
    }

    /** Those that were not removed, by handle. */
    public Uni<List<Account>> all() {
        return ours().map(ours -> ours.stream()
                .filter(account -> account.status() != AccountStatus.REMOVED)
                .toList());
    }

    /** The one that a person means; empty where there is none, or it was removed. */
    public Uni<Optional<Account>> named(AccountName name) {
        return all().map(all -> all.stream().filter(name::names).findFirst());
    }

    /** The same, but one that was removed counts where no other has the name: what it heard is still there. */
    public Uni<Optional<Account>> everNamed(AccountName name) {
        return ours().map(ours -> ours.stream()
                .filter(name::names)
                .min(Comparator.comparing(account -> account.status() == AccountStatus.REMOVED)));
    }

    /** All that are ours, also those that were removed: what they write is no mention. By handle. */
    public Uni<List<Account>> ours() {
        return pool.preparedQuery(OURS).execute().map(Accounts::accounts);
    }

    /** Takes over the account's present handle and name; gives the renaming, if this is one. */
    public Uni<Optional<Renaming>> seen(XUser user, Instant now) {
        OffsetDateTime at = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(SEEN)
                .execute(Tuple.of(user.id(), user.username(), user.name(), at))
                .map(rows -> renaming(rows).filter(renaming -> renaming.at().equals(at.toInstant())))
                .invoke(news -> news.ifPresent(renaming -> warn(renaming.from(), renaming.to())));
    }

    /** The account's last renaming, if it was noticed since then. */
    public Uni<Optional<Renaming>> renamed(AccountId id, Instant since) {
        return pool.preparedQuery(RENAMED)
                .execute(Tuple.of(id.value(), since.atOffset(ZoneOffset.UTC)))
                .map(Accounts::renaming);
    }

    /** Those that were removed and of which something is still to be cleared away. */
    Uni<List<Account>> toClear() {
        return pool.preparedQuery(TO_CLEAR).execute().map(Accounts::accounts);
    }

    /** Nothing of a removed account is left. */
    Uni<Void> cleared(AccountId id) {
        return pool.preparedQuery(CLEARED).execute(Tuple.of(id.value())).replaceWithVoid();
    }

    /** As {@link #ours}, but of the last second, and with this one in it: asked for with every page that is taken in. */
    public Uni<List<Account>> oursLately(Account hearer) {
        Lately known = lately;
        if (known != null && System.nanoTime() - known.at() < LATELY_NANOS && known.has(hearer)) {
            return Uni.createFrom().item(known.ours());
        }
        long asked = System.nanoTime();
        return ours().invoke(ours -> lately = new Lately(ours, asked));
    }

    /** Notes, in the transaction that ends a walk, that the account was heard to the end. */
    public Uni<Void> walked(SqlConnection connection, AccountId id, @Nullable String newestPostId, Instant at) {
        return connection
                .preparedQuery(WALKED)
                .execute(Tuple.of(id.value(), at.atOffset(ZoneOffset.UTC), newestPostId))
                .replaceWithVoid();
    }

    /** Notes that X refused to let us listen, and why, in words. */
    public Uni<Void> refused(AccountId id, Refusal refusal, String detail) {
        return transactions
                .inSession(session -> update(
                        "status = ?1, refusedWhy = ?2 where id = ?3 and status in ('active', 'refused')",
                        AccountStatus.REFUSED.word(),
                        RefusalWords.of(refusal, detail),
                        id.value()))
                .replaceWithVoid();
    }

    /** Adds the account, or takes over its present handle and name; tells whether it is new. */
    Uni<Registration> register(Account account, Instant now) {
        return transactions.inSession(session -> locked(session, account.id())
                .chain(found -> found.isPresent() ? again(found.get(), account, now) : added(account, now)));
    }

    /** Empty where there is none, or it was removed. */
    Uni<Optional<Account>> change(AccountId id, ChangeRequest request, Instant now) {
        return with(id, row -> {
            if (row.status.equals(AccountStatus.PAUSED.word())
                    && AccountStatus.ACTIVE.word().equals(request.status())) {
                row.resumedAt = now;
            }
            if (request.status() != null) {
                row.status = request.status();
                row.refusedWhy = null;
            }
            if (request.boundless() || request.monthlyBudgetMicros() != null) {
                row.monthlyBudgetMicros = request.monthlyBudgetMicros();
            }
        });
    }

    /** Empty where there is none, or it was removed before. */
    Uni<Optional<Account>> remove(AccountId id) {
        return with(id, row -> {
            row.status = AccountStatus.REMOVED.word();
            row.refusedWhy = null;
            row.toClear = true;
        });
    }

    private Uni<Optional<Account>> with(AccountId id, Consumer<AccountRow> change) {
        return transactions.inSession(session -> locked(session, id)
                .map(found -> found.filter(row -> !isRemoved(row)))
                .invoke(found -> found.ifPresent(change))
                .call(found -> session.flush())
                .map(found -> found.map(AccountRow::toAccount)));
    }

    private Uni<Optional<AccountRow>> locked(Mutiny.Session session, AccountId id) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("id", id.value())
                .getResultList()
                .chain(() -> findById(id.value()))
                .map(Optional::ofNullable);
    }

    private static void warn(String former, String handle) {
        LOG.warnf(
                "@%s is @%s on X from now on: links and replies that name the former handle reach somebody else, or nobody",
                former, handle);
    }

    private static Optional<Renaming> renaming(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getString("former_handle") != null)
                .map(row -> new Renaming(
                        row.getString("former_handle"),
                        row.getString("handle"),
                        row.getOffsetDateTime("renamed_at").toInstant()))
                .findFirst();
    }

    private static List<Account> accounts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Accounts::account)
                .toList();
    }

    private static Account account(Row row) {
        return new Account(
                new AccountId(row.getString("id")),
                row.getString("handle"),
                row.getString("name"),
                AccountStatus.of(row.getString("status")),
                row.getString("refused_why"),
                row.getLong("monthly_budget_micros"),
                row.getString("last_heard_post_id"),
                at(row.getOffsetDateTime("last_polled_at")),
                at(row.getOffsetDateTime("resumed_at")),
                at(row.getOffsetDateTime("registered_at")));
    }

    private static @Nullable Instant at(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static boolean isRemoved(AccountRow row) {
        return row.status.equals(AccountStatus.REMOVED.word());
    }

    private Uni<Registration> added(Account account, Instant now) {
        AccountRow row = new AccountRow();
        row.id = account.id().value();
        row.registeredAt = now;
        row.handle = account.handle();
        row.name = account.name();
        row.monthlyBudgetMicros = account.monthlyBudgetMicros();
        return persistAndFlush(row).map(stored -> new Registration.Registered(stored.toAccount()));
    }

    /**
     * One that was removed begins anew: nothing of its former life counts. Under the row's lock, so that no removal comes in
     * between: what was removed again is not to be cleared away while it lives.
     */
    private static Uni<Registration> again(AccountRow row, Account account, Instant now) {
        if (isRemoved(row) && row.toClear) {
            return Uni.createFrom().item(new Registration.StillBeingRemoved(row.handle));
        }
        if (!row.handle.equalsIgnoreCase(account.handle())) {
            row.formerHandle = row.handle;
            row.renamedAt = now.truncatedTo(ChronoUnit.MICROS);
            warn(row.handle, account.handle());
        }
        row.handle = account.handle();
        row.name = account.name();
        if (isRemoved(row)) {
            row.status = AccountStatus.ACTIVE.word();
            row.registeredAt = now;
            row.refusedWhy = null;
            row.monthlyBudgetMicros = account.monthlyBudgetMicros();
            row.lastHeardPostId = null;
            row.lastPolledAt = null;
            row.resumedAt = null;
            return Uni.createFrom().item(new Registration.Registered(row.toAccount()));
        }
        if (account.monthlyBudgetMicros() != null) {
            row.monthlyBudgetMicros = account.monthlyBudgetMicros();
        }
        return Uni.createFrom().item(new Registration.AlreadyThere(row.toAccount()));
    }
}
