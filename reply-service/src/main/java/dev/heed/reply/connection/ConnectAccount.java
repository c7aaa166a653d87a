package dev.heed.reply.connection;

import dev.heed.messaging.outbox.Transactions;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An admin connects an account: its owner consents on X, X sends the browser back with a code, the code becomes tokens.
 *
 * <p>The browser that comes back is not logged in with us; what it proves is the state, which is random, good once, and good
 * for ten minutes. PKCE (S256) binds the code to the one who asked.
 */
@ApplicationScoped
class ConnectAccount {
    static final List<String> SCOPES = List.of("tweet.read", "tweet.write", "users.read", "offline.access");
    private static final Duration LIFE = Duration.ofMinutes(10);

    // Not static: a native executable would keep the state that it was built with.
    private final SecureRandom random = new SecureRandom();
    private final XApi x;
    private final XOAuth oauth;
    private final Transactions transactions;
    private final Consents consents;
    private final Connections connections;
    private final ConnectionConfig config;
    private final Clock clock = Clock.systemUTC();

    ConnectAccount(
            XApi x,
            XOAuth oauth,
            Transactions transactions,
            Consents consents,
            Connections connections,
            ConnectionConfig config) {
        this.x = x;
        this.oauth = oauth;
        this.transactions = transactions;
        this.consents = consents;
        this.connections = connections;
        this.config = config;
    }

    /** What came of a consent. */
    sealed interface Answer {
        record Connected(XUser account) implements Answer {}

        /** The state is made up, spent, or older than ten minutes. */
        record UnknownState() implements Answer {}

        /** The account's owner said no, on X. */
        record Declined(String what) implements Answer {}

        record WrongAccount(String asked, String given) implements Answer {}

        record XRefused(String detail) implements Answer {}

        record XSilent(String cause) implements Answer {}
    }

    /** The address on X where the account's owner consents. */
    Uni<String> ask(String handle, String admin) {
        ConsentSecret state = ConsentSecret.next(random);
        Consents.Consent consent = new Consents.Consent(handle, ConsentSecret.next(random), admin);
        Instant now = clock.instant();
        return transactions
                .inSession(session -> consents.ask(session, state, consent, now, now.plus(LIFE)))
                .map(asked -> oauth.authorizeUrl(redirectUri(), state, consent.codeVerifier(), SCOPES));
    }

    /** The browser is back from X. */
    Uni<Answer> complete(Optional<String> code, String state, Optional<String> error) {
        return transactions
                .inSession(session -> consents.take(session, new ConsentSecret(state), clock.instant()))
                .flatMap(taken -> {
                    if (taken.isEmpty()) {
                        return answer(new Answer.UnknownState());
                    }
                    return error.isPresent() || code.isEmpty()
                            ? answer(new Answer.Declined(error.orElse("no code")))
                            : exchange(code.get(), taken.get());
                });
    }

    private Uni<Answer> exchange(String code, Consents.Consent consent) {
        return oauth.exchange(code, consent.codeVerifier(), redirectUri())
                .flatMap(answer -> given(
                        answer,
                        tokens -> oauth.keptOrRevoked(
                                tokens, identify(tokens, consent), Answer.Connected.class::isInstance)));
    }

    private Uni<Answer> identify(XTokens tokens, Consents.Consent consent) {
        return x.me(tokens.access()).flatMap(answer -> given(answer, user -> keep(user, tokens, consent)));
    }

    /** The right account only: a browser that is logged in as somebody else on X must not connect that one unseen. */
    private Uni<Answer> keep(XUser account, XTokens tokens, Consents.Consent consent) {
        if (!account.username().equalsIgnoreCase(consent.handle())) {
            return answer(new Answer.WrongAccount(consent.handle(), account.username()));
        }
        return transactions
                .inSession(session -> connections.connect(session, account, tokens, consent.askedBy(), clock.instant()))
                .replaceWith(new Answer.Connected(account));
    }

    private String redirectUri() {
        return config.publicUrl().replaceAll("/+$", "") + "/api/reply/connections/callback";
    }

    private static <T> Uni<Answer> given(XAnswer<T> answer, Function<T, Uni<Answer>> then) {
        return switch (answer) {
            case XAnswer.Given<T> given -> then.apply(given.value());
            case XAnswer.Refused<T> refused -> answer(new Answer.XRefused(refused.detail()));
            case XAnswer.Limited<T> limited -> answer(new Answer.XSilent(limited.detail()));
            case XAnswer.Unclear<T> unclear -> answer(new Answer.XSilent(unclear.cause()));
        };
    }

    private static Uni<Answer> answer(Answer answer) {
        return Uni.createFrom().item(answer);
    }
}
