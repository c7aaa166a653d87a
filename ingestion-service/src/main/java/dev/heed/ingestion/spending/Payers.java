package dev.heed.ingestion.spending;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who pays: the accounts, with their budgets; also those that were removed, whose posts are looked up on. */
@ApplicationScoped
class Payers {

    private final Accounts accounts;
    private final Set<String> owners;

    Payers(Accounts accounts, SpendingConfig config) {
        this.accounts = accounts;
        this.owners =
                config.owners().orElse(Set.of()).stream().map(Payers::plain).collect(Collectors.toSet());
    }

    /** @param budget micros of a month; null: as much as it takes */
    record Payer(String account, String handle, @Nullable Long budget, boolean ownsTheApp) {}

    Uni<List<Payer>> all() {
        return accounts.ours().map(all -> all.stream().map(this::of).toList());
    }

    boolean owns(String account, @Nullable String handle) {
        return owners.contains(account) || (handle != null && owners.contains(plain(handle)));
    }

    Payer of(Account account) {
        String id = account.id().value();
        return new Payer(id, account.handle(), account.monthlyBudgetMicros(), owns(id, account.handle()));
    }

    private static String plain(String owner) {
        return owner.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }
}
