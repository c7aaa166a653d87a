package dev.heed.reply.connection;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XOAuth;
import dev.heed.x.XTokens;
import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

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
        String state = secret();
        Consents.Consent consent = new Consents.Consent(handle, secret(), admin);
        Instant now = clock.instant();
        return transactions
                .inSession(session -> consents.ask(session, state, consent, now, now.plus(LIFE)))
                .map(asked -> oauth.authorizeUrl(redirectUri(), state, challenge(consent.codeVerifier()), SCOPES));
    }

    /** The browser is back from X. */
    Uni<Answer> complete(Optional<String> code, String state, Optional<String> error) {
        return transactions
                .inSession(session -> consents.take(session, state, clock.instant()))
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
        return oauth.exchange(code, consent.codeVerifier(), redirectUri()).flatMap(answer -> switch (answer) {
            case XAnswer.Given<XTokens> given -> identify(given.value(), consent);
            case XAnswer.Refused<XTokens> refused -> answer(new Answer.XRefused(refused.detail()));
            case XAnswer.Limited<XTokens> limited -> answer(new Answer.XSilent(limited.detail()));
            case XAnswer.Unclear<XTokens> unclear -> answer(new Answer.XSilent(unclear.cause()));
        });
    }

    private Uni<Answer> identify(XTokens tokens, Consents.Consent consent) {
        return x.me(tokens.access()).flatMap(answer -> switch (answer) {
            case XAnswer.Given<XUser> given -> keep(given.value(), tokens, consent);
            case XAnswer.Refused<XUser> refused -> answer(new Answer.XRefused(refused.detail()));
            case XAnswer.Limited<XUser> limited -> answer(new Answer.XSilent(limited.detail()));
            case XAnswer.Unclear<XUser> unclear -> answer(new Answer.XSilent(unclear.cause()));
        });
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

    private static Uni<Answer> answer(Answer answer) {
        return Uni.createFrom().item(answer);
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
