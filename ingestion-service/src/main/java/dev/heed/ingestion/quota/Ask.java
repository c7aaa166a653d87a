package dev.heed.ingestion.quota;

import dev.heed.ingestion.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of X, for whom and with whose token.
 *
 * @param account whose budget pays; null where it is nobody's in particular
 * @param need how much depends on it
 */
public record Ask(Endpoint endpoint, @Nullable AccountId account, TokenKey token, Need need) {

    /** With the need that such calls have as a rule. */
    public Ask(Endpoint endpoint, @Nullable AccountId account, TokenKey token) {
        this(endpoint, account, token, endpoint.need());
    }
}
