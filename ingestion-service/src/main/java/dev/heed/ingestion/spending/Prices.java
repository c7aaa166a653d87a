package dev.heed.ingestion.spending;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.TokenKey;

/** What reading one resource costs, in millionths of a dollar. */
record Prices(long post, long ownMention, long user, long message) {

    static Prices of(SpendingConfig config) {
        return new Prices(config.postRead(), config.ownMention(), config.userRead(), config.messageRead());
    }

    /** @param owner whether the account that is asked for owns the company's app */
    long of(Kind kind, Ask ask, boolean owner) {
        return switch (kind) {
            case POST -> owner && isOwn(ask) ? ownMention : post;
            case USER -> user;
            case MESSAGE -> message;
        };
    }

    /** Whether such a call can cost anything at all. */
    static boolean isPaid(Endpoint endpoint) {
        return switch (endpoint) {
            case MENTIONS, SEARCH, POSTS_BY_IDS, USERS_BY_IDS, USER_BY_USERNAME, ME, MESSAGES, ACTIVITY -> true;
            case WEBHOOKS, SUBSCRIPTIONS -> false;
        };
    }

    /** Its mentions, read with its own token. */
    private static boolean isOwn(Ask ask) {
        AccountId account = ask.account();
        return ask.endpoint() == Endpoint.MENTIONS
                && account != null
                && ask.token().equals(TokenKey.of(account));
    }
}
