package dev.heed.ingestion.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;

/** Pauses, resumes, removes accounts, and sets what listening for them may cost. */
@ApplicationScoped
class ChangeAccount {

    private final Accounts accounts;
    private final ClearAway clearing;
    private final Event<AccountChanged> changes;
    private final Clock clock;

    ChangeAccount(Accounts accounts, ClearAway clearing, Event<AccountChanged> changes, Clock clock) {
        this.accounts = accounts;
        this.clearing = clearing;
        this.changes = changes;
        this.clock = clock;
    }

    /** Empty where there is no such account. */
    Uni<Optional<Account>> change(AccountId id, ChangeRequest request) {
        return accounts.change(id, request, clock.instant())
                .invoke(found -> found.ifPresent(account -> changes.fire(new AccountChanged(account))));
    }

    /**
     * Stops listening, for good: what was heard stays, and what the account writes is still known as ours. Removing twice
     * does no harm.
     *
     * @return false where there is no such account
     */
    Uni<Boolean> remove(AccountId id) {
        return accounts.remove(id)
                .call(removed -> removed.map(clearing::nowOrLater)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(Optional::isPresent);
    }
}
