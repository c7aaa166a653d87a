package dev.heed.ingestion.quota;

import dev.heed.ingestion.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of X, for whom and with whose token.
 *
 * @param account whose budget pays; null where it is nobody's in particular
 */
public record Ask(Endpoint endpoint, @Nullable AccountId account, TokenKey token) {}
