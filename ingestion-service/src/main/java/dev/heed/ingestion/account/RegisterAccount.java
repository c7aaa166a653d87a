package dev.heed.ingestion.account;

import dev.heed.ingestion.account.Registration.NotAHandle;
import dev.heed.ingestion.account.Registration.UnknownOnX;
import dev.heed.ingestion.account.Registration.XDidNotTell;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XOAuth;
import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Starts listening for an account: looks its handle up on X and keeps its id. Doing it again does no harm. */
@ApplicationScoped
class RegisterAccount {

    /** X's rule for handles; older ones may be longer than today's 15. */
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,50}");

    private final XApi x;
    private final XOAuth tokens;
    private final Accounts accounts;
    private final Clock clock;

    RegisterAccount(XApi x, XOAuth tokens, Accounts accounts, Clock clock) {
        this.x = x;
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param given a handle, with or without @ */
    Uni<Registration> register(@Nullable String given) {
        String handle = given == null ? "" : given.strip().replaceFirst("^@", "");
        if (!HANDLE.matcher(handle).matches()) {
            return Uni.createFrom().item(new NotAHandle(handle));
        }
        return tokens.appBearer()
                .map(bearer -> x.userByUsername(handle, bearer).chain(answer -> register(handle, answer)))
                .orElseGet(() -> Uni.createFrom()
                        .item(new XDidNotTell("this installation has no app token for X (HEED_X_BEARER_TOKEN)")));
    }

    private Uni<Registration> register(String handle, XAnswer<XUser> answer) {
        return switch (answer) {
            case XAnswer.Given<XUser>(XUser user, var _) -> keep(user);
            case XAnswer.Refused<XUser>(Refusal refusal, var _, String detail) ->
                Uni.createFrom()
                        .item(
                                refusal == Refusal.NOT_FOUND
                                        ? new UnknownOnX(handle)
                                        : new XDidNotTell("X refused: " + detail));
            case XAnswer.Limited<XUser>(var until, var _) ->
                Uni.createFrom().item(new XDidNotTell("X's rate limit is spent until " + until));
            case XAnswer.Unclear<XUser>(String cause) -> Uni.createFrom().item(new XDidNotTell(cause));
        };
    }

    private Uni<Registration> keep(XUser user) {
        Account account =
                new Account(new AccountId(user.id()), user.username(), user.name(), AccountStatus.ACTIVE, null, null);
        return Uni.createFrom()
                .deferred(() -> accounts.register(account, clock.instant()))
                // two administrators at once: the second finds what the first has stored
                .onFailure(ConstraintViolationException.class)
                .retry()
                .atMost(1);
    }
}
