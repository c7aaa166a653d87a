package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.x.XOAuth;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives out tokens to read with. */
@ApplicationScoped
public class Bearers {

    private final XOAuth oauth;

    Bearers(XOAuth oauth) {
        this.oauth = oauth;
    }

    /** To read what is public: the account's own token where it is connected, else the app's. */
    public Uni<Bearer> forReading(AccountId account) {
        return Uni.createFrom().item(app());
    }

    /** The app's own token. */
    public Bearer app() {
        return oauth.appBearer()
                .<Bearer>map(token -> new Bearer.Ready(token, TokenKey.APP))
                .orElseGet(() -> new Bearer.Missing("HEED_X_BEARER_TOKEN is not set"));
    }

    /** To read what only the account may: its own token. */
    public Uni<Bearer> own(AccountId account) {
        return Uni.createFrom().item(new Bearer.Missing("the account is not connected"));
    }
}
