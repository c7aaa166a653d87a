package dev.heed.ingestion.quota;

import dev.heed.ingestion.account.AccountId;

/** Tells whose limit binds when an account's source asks; a bean of whoever gives tokens out. */
public interface TokensInUse {

    /** Its own where the account is connected, else the app's. Asked often, so from memory. */
    TokenKey of(AccountId account);
}
