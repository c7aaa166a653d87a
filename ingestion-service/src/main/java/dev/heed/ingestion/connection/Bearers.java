package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.secret.Secrets;
import dev.heed.secrets.DoesNotOpenException;
import dev.heed.x.XOAuth;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Gives out tokens to read with, renewed in time. */
@ApplicationScoped
public class Bearers {

    private static final Logger LOG = Logger.getLogger(Bearers.class);

    /** A refusal may be the late echo of a token that was renewed meanwhile: a token this young is not blamed. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private final XOAuth oauth;
    private final Connections connections;
    private final RenewTokens renewing;
    private final Secrets secrets;
    private final Clock clock;

    Bearers(XOAuth oauth, Connections connections, RenewTokens renewing, Secrets secrets, Clock clock) {
        this.oauth = oauth;
        this.connections = connections;
        this.renewing = renewing;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** To read what is public: the account's own token where it is connected, else the app's. */
    public Uni<Bearer> forReading(AccountId account) {
        return own(account).map(own -> own instanceof Bearer.Ready || !(app() instanceof Bearer.Ready) ? own : app());
    }

    /** The app's own token. */
    public Bearer app() {
        return oauth.appBearer()
                .<Bearer>map(token -> new Bearer.Ready(token, TokenKey.APP))
                .orElseGet(() -> new Bearer.Missing("HEED_X_BEARER_TOKEN is not set"));
    }

    /** To read what only the account may: its own token. Fails only where the database does. */
    public Uni<Bearer> own(AccountId account) {
        if (!secrets.canBeKept()) {
            return Uni.createFrom().item(new Bearer.Missing(Secrets.NO_KEY));
        }
        return connections
                .grant(account)
                .chain(found -> found.isPresent()
                        ? own(found.get())
                        : Uni.createFrom().item(new Bearer.Missing("the account is not connected")))
                .onFailure(DoesNotOpenException.class)
                .recoverWithItem(doesNotOpen -> new Bearer.Missing(
                        "the stored tokens do not open: HEED_SECRET_KEY is not the key that they were stored with"));
    }

    /** X does not take the account's own access token: whoever asks next gets a renewed one. */
    public Uni<Void> rejected(TokenKey key) {
        return key.equals(TokenKey.APP)
                ? Uni.createFrom().voidItem()
                : connections
                        .reject(new AccountId(key.word()), clock.instant().minus(YOUNG))
                        .onFailure()
                        .invoke(failure -> LOG.warnf("A refused token could not be noted: %s", failure))
                        .onFailure()
                        .recoverWithNull();
    }

    private Uni<Bearer> own(Grant grant) {
        Connection connection = grant.connection();
        if (!connection.isConnected()) {
            String detail = connection.detail();
            return Uni.createFrom().item(new Bearer.Missing(detail == null ? "the right to read has ended" : detail));
        }
        return grant.isStale(clock.instant())
                ? renewing.renew(grant)
                : Uni.createFrom().item(new Bearer.Ready(grant.access(), TokenKey.of(connection.account())));
    }
}
