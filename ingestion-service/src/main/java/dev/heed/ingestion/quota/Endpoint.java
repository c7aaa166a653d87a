package dev.heed.ingestion.quota;

import java.time.Duration;
import java.util.Locale;

/**
 * What ingestion asks of X. Each has limits of its own.
 *
 * <p>The limits here are those that X publishes, for 15 minutes by user and by app; they are believed only until an answer
 * tells.
 */
public enum Endpoint {
    MENTIONS(300, 450, Need.MUST),
    SEARCH(300, 450, Need.MAY),
    POSTS_BY_IDS(5_000, 3_500, Need.SHOULD),
    USERS_BY_IDS(900, 300, Need.MAY),
    USER_BY_USERNAME(900, 300, Need.MUST),
    ME(75, 75, Need.MUST),
    MESSAGES(15, 15, Need.MUST),
    WEBHOOKS(450, 450, Need.MUST),
    SUBSCRIPTIONS(500, 500, Need.MUST),
    /** No call of ours: what X delivers to the webhook, which it bills like a read. */
    ACTIVITY(0, 0, Need.MUST);

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final int userLimit;
    private final int appLimit;
    private final Need need;

    Endpoint(int userLimit, int appLimit, Need need) {
        this.userLimit = userLimit;
        this.appLimit = appLimit;
        this.need = need;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much depends on such a call, where whoever asks says nothing else. */
    public Need need() {
        return need;
    }

    int publishedLimit(TokenKey token) {
        return token.equals(TokenKey.APP) ? appLimit : userLimit;
    }
}
