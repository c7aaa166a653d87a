package dev.heed.ingestion.consent;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountName;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.connection.Connections;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Need;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.secret.Secrets;
import dev.heed.x.ConsentSecret;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XOAuth;
import dev.heed.x.XTokens;
import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * An admin connects an account: its owner consents on X, X sends the browser back with a code, the code becomes tokens.
 *
 * <p>The browser that comes back is not logged in with us; what it proves is the state, which is random, good once, and good
 * for ten minutes. PKCE (S256) binds the code to the one who asked.
 */
@ApplicationScoped
class ConnectAccount {

    private static final Logger LOG = Logger.getLogger(ConnectAccount.class);

    /** To read posts and messages, and to be told of them by webhooks; {@code offline.access} to go on after two hours. */
    static final List<String> SCOPES = List.of("tweet.read", "users.read", "dm.read", "offline.access");

    // Not static: a native executable would keep the state that it was built with.
    private final SecureRandom random = new SecureRandom();
    private final XApi x;
    private final AskX door;
    private final XOAuth oauth;
    private final Accounts accounts;
    private final Consents consents;
    private final Connections connections;
    private final Secrets secrets;
    private final ConnectionConfig config;
    private final Clock clock;

    ConnectAccount(
            XApi x,
            AskX door,
            XOAuth oauth,
            Accounts accounts,
            Consents consents,
            Connections connections,
            Secrets secrets,
            ConnectionConfig config,
            Clock clock) {
        this.x = x;
        this.door = door;
        this.oauth = oauth;
        this.accounts = accounts;
        this.consents = consents;
        this.connections = connections;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /** @param given id or handle of a registered account, with or without @ */
    Uni<ConnectAnswer> ask(String given, String admin) {
        if (!secrets.canBeKept()) {
            return answer(
                    new ConnectAnswer.NotPossible(
                            Secrets.NO_KEY
                                    + ". Set it to base64 of 32 bytes (openssl rand -base64 32) and start the service again. What is public is heard meanwhile."));
        }
        AccountName wanted = AccountName.of(given);
        return accounts.named(wanted)
                .chain(found -> found.map(account -> ask(account, admin))
                        .orElseGet(() -> answer(new ConnectAnswer.UnknownAccount(wanted.word()))));
    }

    private Uni<ConnectAnswer> ask(Account account, String admin) {
        ConsentSecret state = ConsentSecret.next(random);
        Consents.Consent consent =
                new Consents.Consent(account.id(), account.handle(), ConsentSecret.next(random), admin);
        return consents.ask(state, consent, clock.instant())
                .map(asked -> new ConnectAnswer.Asked(
                        oauth.authorizeUrl(config.callback(), state, consent.codeVerifier(), SCOPES)));
    }

    /** The browser is back from X. */
    Uni<ConnectAnswer> complete(Optional<String> code, String state, Optional<String> error) {
        return consents.take(new ConsentSecret(state), clock.instant()).chain(taken -> {
            if (taken.isEmpty()) {
                return answer(new ConnectAnswer.UnknownState());
            }
            return error.isPresent() || code.isEmpty()
                    ? answer(new ConnectAnswer.Declined(error.orElse("no code")))
                    : exchange(code.get(), taken.get());
        });
    }

    private Uni<ConnectAnswer> exchange(String code, Consents.Consent consent) {
        return oauth.exchange(code, consent.codeVerifier(), config.callback())
                .chain(answer -> given(
                        answer,
                        tokens -> oauth.keptOrRevoked(
                                tokens, identify(tokens, consent), ConnectAnswer.Connected.class::isInstance)));
    }

    /** Whatever is left of the account's budget: the code is spent, and a right that was just given is not to be lost for a cent. */
    private Uni<ConnectAnswer> identify(XTokens tokens, Consents.Consent consent) {
        AccountId account = consent.account();
        return door.ask(
                        new Ask(Endpoint.ME, account, TokenKey.of(account), Need.DUTY),
                        () -> x.me(tokens.access()),
                        user -> Reads.users(List.of(user.id())))
                .chain(asked -> switch (asked) {
                    case Asked.NotNow<XUser>(var _, String why) -> answer(new ConnectAnswer.XSilent(why));
                    case Asked.Answered<XUser>(XAnswer<XUser> answer) ->
                        given(answer, user -> keep(user, tokens, consent));
                });
    }

    /** The right account only: a browser that is logged in as somebody else on X must not connect that one unseen. */
    private Uni<ConnectAnswer> keep(XUser user, XTokens tokens, Consents.Consent consent) {
        if (!user.id().equals(consent.account().value())) {
            return answer(new ConnectAnswer.WrongAccount(consent.handle(), user.username()));
        }
        return accounts.seen(user, clock.instant())
                .chain(() -> connections.connect(consent.account(), tokens, consent.askedBy(), clock.instant()))
                .chain(kept -> {
                    if (!kept) {
                        return answer(new ConnectAnswer.UnknownAccount(consent.handle()));
                    }
                    LOG.infof("%s connected @%s", consent.askedBy(), user.username());
                    return answer(new ConnectAnswer.Connected(user.username()));
                });
    }

    private static <T> Uni<ConnectAnswer> given(XAnswer<T> answer, Function<T, Uni<ConnectAnswer>> then) {
        return switch (answer) {
            case XAnswer.Given<T>(T value, var _) -> then.apply(value);
            case XAnswer.Refused<T> refused -> answer(new ConnectAnswer.XRefused(refused.detail()));
            case XAnswer.Limited<T> limited -> answer(new ConnectAnswer.XSilent(limited.detail()));
            case XAnswer.Unclear<T> unclear -> answer(new ConnectAnswer.XSilent(unclear.cause()));
        };
    }

    private static Uni<ConnectAnswer> answer(ConnectAnswer answer) {
        return Uni.createFrom().item(answer);
    }
}
