package dev.heed.ingestion.account;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Pauses, resumes, removes accounts, and sets what listening for them may cost. */
@ApplicationScoped
class ChangeAccount {

    private static final Logger LOG = Logger.getLogger(ChangeAccount.class);

    private final Accounts accounts;
    private final List<OnRemoval> rooms;
    private final Clock clock;

    ChangeAccount(Accounts accounts, @All List<OnRemoval> rooms, Clock clock) {
        this.accounts = accounts;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Empty where there is no such account. */
    Uni<Optional<Account>> change(AccountId id, ChangeRequest request) {
        return accounts.change(id, request, clock.instant());
    }

    /**
     * Stops listening, for good: what was heard stays, and what the account writes is still known as ours. Removing twice
     * does no harm.
     *
     * @return false where there is no such account
     */
    Uni<Boolean> remove(AccountId id) {
        return accounts.remove(id)
                .chain(removed -> removed.map(account -> tell(account).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> tell(Account account) {
        return Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToUniAndConcatenate(room -> room.removed(account)
                        .onFailure()
                        .invoke(failure -> LOG.errorf(
                                "@%s is removed, but not everything of it was cleared away: %s",
                                account.handle(), failure))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
