package dev.heed.ingestion.account;

import dev.heed.ingestion.account.Registration.AlreadyThere;
import dev.heed.ingestion.account.Registration.CannotAskX;
import dev.heed.ingestion.account.Registration.NotABudget;
import dev.heed.ingestion.account.Registration.NotAHandle;
import dev.heed.ingestion.account.Registration.NotNow;
import dev.heed.ingestion.account.Registration.Registered;
import dev.heed.ingestion.account.Registration.StillBeingRemoved;
import dev.heed.ingestion.account.Registration.UnknownOnX;
import dev.heed.ingestion.account.Registration.XDidNotTell;
import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Starts listening for an account: looks its handle up on X and keeps its id. Doing it again does no harm. */
@ApplicationScoped
class RegisterAccount {

    /** X's rule for handles; older ones may be longer than today's 15. */
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,50}");

    private final UsersOnX users;
    private final Accounts accounts;
    private final ClearAway clearing;
    private final Event<AccountChanged> changes;
    private final Clock clock;

    RegisterAccount(UsersOnX users, Accounts accounts, ClearAway clearing, Event<AccountChanged> changes, Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.clearing = clearing;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param given a handle, with or without @
     * @param budget in millionths of a dollar a month; null changes nothing, and is no bound for a new account
     */
    Uni<Registration> register(@Nullable String given, @Nullable Long budget) {
        String handle = AccountName.of(given).word();
        if (!HANDLE.matcher(handle).matches()) {
            return Uni.createFrom().item(new NotAHandle(handle));
        }
        if (budget != null && budget < 0) {
            return Uni.createFrom().item(new NotABudget(budget));
        }
        return users.byHandle(handle).chain(answer -> switch (answer) {
            case UsersOnX.Answer.Found(XUser user) -> keep(user, budget);
            case UsersOnX.Answer.Unknown() -> Uni.createFrom().item(new UnknownOnX(handle));
            case UsersOnX.Answer.CannotAsk(String why) -> Uni.createFrom().item(new CannotAskX(why));
            case UsersOnX.Answer.NotNow(String why) -> Uni.createFrom().item(new NotNow(why));
            case UsersOnX.Answer.Silent(String cause) -> Uni.createFrom().item(new XDidNotTell(cause));
        });
    }

    private Uni<Registration> keep(XUser user, @Nullable Long budget) {
        Account account = new Account(
                new AccountId(user.id()),
                user.username(),
                user.name(),
                AccountStatus.ACTIVE,
                null,
                budget,
                null,
                null,
                null,
                null);
        return clearing.isDone(account.id())
                .chain(done -> done
                        ? accounts.register(account, clock.instant())
                        : Uni.createFrom().item(new StillBeingRemoved(account.handle())))
                // two administrators at once: the second finds what the first has stored
                .onFailure(ConstraintViolationException.class)
                .retry()
                .atMost(1)
                .invoke(this::tell);
    }

    private void tell(Registration registration) {
        switch (registration) {
            case Registered(Account account) -> changes.fire(new AccountChanged(account));
            case AlreadyThere(Account account) -> changes.fire(new AccountChanged(account));
            case NotAHandle _,
                    NotABudget _,
                    UnknownOnX _,
                    CannotAskX _,
                    NotNow _,
                    XDidNotTell _,
                    StillBeingRemoved _ -> {
                // nothing changed
            }
        }
    }
}
