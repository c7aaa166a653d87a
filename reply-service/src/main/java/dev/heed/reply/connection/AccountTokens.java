package dev.heed.reply.connection;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XOAuth;
import dev.heed.x.XTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Gives the access token of an account, renewed in time.
 *
 * <p>A refresh token is good for one use, and using it twice revokes everything; so it is used only while its row is
 * locked, and its successor is stored in the same transaction.
 */
@ApplicationScoped
public class AccountTokens {
    private static final Logger LOG = Logger.getLogger(AccountTokens.class);

    /** A token that ends within this time is renewed first: longer than any call with it may take. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Transactions transactions;
    private final Connections connections;
    private final XOAuth oauth;
    private final Clock clock = Clock.systemUTC();

    AccountTokens(Transactions transactions, Connections connections, XOAuth oauth) {
        this.transactions = transactions;
        this.connections = connections;
        this.oauth = oauth;
    }

    /** Whether, and with which token, we may act as this account. Never fails for what X says. */
    public Uni<Grant> of(String accountId) {
        return transactions
                .inSession(session -> connections.find(session, accountId))
                .flatMap(found -> found.isPresent() && isStale(found.get())
                        ? transactions.inSession(session -> renew(session, accountId))
                        : Uni.createFrom().item(grant(accountId, found)));
    }

    /** X no longer takes this access token: the next one to ask gets a renewed one. */
    public Uni<Void> rejected(String accountId, String bearer) {
        return transactions.inSession(session -> connections
                .lock(session, accountId)
                .invoke(found -> found.filter(row -> connections.access(row).equals(bearer))
                        .ifPresent(row -> row.expiresAt = Instant.EPOCH))
                .replaceWithVoid());
    }

    private Uni<Grant> renew(Mutiny.Session session, String accountId) {
        return connections.lock(session, accountId).flatMap(found -> {
            // Whoever had the lock before us may have renewed it.
            if (found.isEmpty() || !isStale(found.get())) {
                return Uni.createFrom().item(grant(accountId, found));
            }
            ConnectionRow row = found.get();
            String refresh = connections.refresh(row);
            if (refresh == null) {
                return Uni.createFrom().item(revoked(row, "X gave no right to renew it (offline.access)."));
            }
            return oauth.refresh(refresh).map(answer -> renewed(row, answer));
        });
    }

    private Grant renewed(ConnectionRow row, XAnswer<XTokens> answer) {
        return switch (answer) {
            case XAnswer.Given<XTokens> given -> {
                connections.put(row, given.value(), clock.instant());
                yield new Grant.Usable(given.value().access());
            }
            case XAnswer.Refused<XTokens> refused
            when refused.refusal() == Refusal.UNAUTHORIZED ->
                new Grant.Later(
                        "X does not accept the company's own app (HEED_X_CLIENT_ID, HEED_X_CLIENT_SECRET).", null);
            case XAnswer.Refused<XTokens> refused -> revoked(row, "X said: " + refused.detail());
            case XAnswer.Limited<XTokens> limited ->
                new Grant.Later("X renews no tokens until %s.".formatted(limited.until()), limited.until());
            case XAnswer.Unclear<XTokens> unclear ->
                new Grant.Later("X did not answer when the right to post was to be renewed.", null);
        };
    }

    private Grant revoked(ConnectionRow row, String detail) {
        String why =
                "The right to post as @%s has ended. %s An admin must connect the account again; nothing is lost, it is posted then."
                        .formatted(row.accountHandle, detail);
        LOG.errorf("Account %s: %s", row.accountId, why);
        Connections.revoke(row, why, clock.instant());
        return new Grant.Missing(why);
    }

    private Grant grant(String accountId, Optional<ConnectionRow> found) {
        return found.<Grant>map(row -> row.isRevoked()
                        ? new Grant.Missing(row.detail == null ? "" : row.detail)
                        : new Grant.Usable(connections.access(row)))
                .orElseGet(() -> new Grant.Missing(
                        "Nobody has connected X account %s yet. An admin does so with POST /api/reply/connections; then it is posted."
                                .formatted(accountId)));
    }

    private boolean isStale(ConnectionRow row) {
        return !row.isRevoked() && row.expiresAt.isBefore(clock.instant().plus(MARGIN));
    }
}
