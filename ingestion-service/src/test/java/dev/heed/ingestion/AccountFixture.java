package dev.heed.ingestion;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Accounts for tests to listen for: registered, active, and no other test's.
 *
 * <p>All test classes share one database. So it is the database that counts the ids, from far above those that tests write
 * out.
 */
@ApplicationScoped
public class AccountFixture {

    private final Database database;

    AccountFixture(Database database) {
        this.database = database;
    }

    /** @param word what its handle begins with; the id follows */
    public Account registered(String word) {
        database.sql("create sequence if not exists account_of_a_test start 300000");
        String id = database.one("select nextval('account_of_a_test')::text");
        String handle = word + id;
        database.sql(
                "insert into account (id, handle, name, status, registered_at) values ('%s', '%s', 'Acme', 'active', now())"
                        .formatted(id, handle));
        return new Account(new AccountId(id), handle, "Acme", AccountStatus.ACTIVE, null, null);
    }

    /** The account, as it goes by another handle on X from now on. */
    public Account renamed(Account account, String handle) {
        database.sql("update account set former_handle = handle, handle = '%s', renamed_at = now() where id = '%s'"
                .formatted(handle, account.id()));
        return new Account(account.id(), handle, account.name(), account.status(), null, null);
    }
}
