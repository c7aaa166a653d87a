package dev.heed.ingestion.quota;

import java.util.Locale;

/** What ingestion asks of X. Each has limits of its own. */
public enum Endpoint {
    MENTIONS,
    SEARCH,
    POSTS_BY_IDS,
    USERS_BY_IDS,
    USER_BY_USERNAME,
    ME,
    MESSAGES,
    WEBHOOKS,
    SUBSCRIPTIONS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
