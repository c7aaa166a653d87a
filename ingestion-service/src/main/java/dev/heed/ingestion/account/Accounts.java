package dev.heed.ingestion.account;

import dev.heed.messaging.outbox.Transactions;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts that are listened for. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<AccountRow, String> {

    private static final String WALKED = """
            update account set status = 'active', last_polled_at = $2,
              last_heard_post_id = coalesce($3, last_heard_post_id) where id = $1
            """;

    private final Transactions transactions;

    Accounts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Those that were not removed, by handle. */
    public Uni<List<Account>> all() {
        return ours().map(ours -> ours.stream()
                .filter(account -> account.status() != AccountStatus.REMOVED)
                .toList());
    }

    /** All that are ours, also those that were removed: what they write is no mention. By handle. */
    public Uni<List<Account>> ours() {
        return transactions
                .inSession(session -> find("order by handle").list())
                .map(rows -> rows.stream().map(AccountRow::toAccount).toList());
    }

    /** Notes, in the transaction that ends a walk, that the account was heard to the end. */
    public Uni<Void> walked(SqlConnection connection, AccountId id, @Nullable String newestPostId, Instant at) {
        return connection
                .preparedQuery(WALKED)
                .execute(Tuple.of(id.value(), at.atOffset(ZoneOffset.UTC), newestPostId))
                .replaceWithVoid();
    }

    /** Notes that X refused to let us listen. */
    public Uni<Void> refused(AccountId id) {
        return transactions
                .inSession(session -> update("status = ?1 where id = ?2", AccountStatus.REFUSED.word(), id.value()))
                .replaceWithVoid();
    }

    /** Adds the account, or takes over its present handle and name; tells whether it is new. */
    Uni<Registration> register(Account account, Instant now) {
        return transactions.inSession(session -> findById(account.id().value())
                .map(Optional::ofNullable)
                .chain(found -> found.isPresent() ? renamed(found.get(), account) : added(account, now)));
    }

    private Uni<Registration> added(Account account, Instant now) {
        AccountRow row = new AccountRow();
        row.id = account.id().value();
        row.registeredAt = now;
        row.handle = account.handle();
        row.name = account.name();
        return persistAndFlush(row).map(stored -> new Registration.Registered(stored.toAccount()));
    }

    private static Uni<Registration> renamed(AccountRow row, Account account) {
        row.handle = account.handle();
        row.name = account.name();
        return Uni.createFrom().item(new Registration.AlreadyThere(row.toAccount()));
    }
}
