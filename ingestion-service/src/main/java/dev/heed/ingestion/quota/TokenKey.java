package dev.heed.ingestion.quota;

import dev.heed.ingestion.account.AccountId;

/** Whose token asks: X counts calls by it. Never the token itself. */
public record TokenKey(String word) {

    /** The app's own token, shared by all accounts. */
    public static final TokenKey APP = new TokenKey("app");

    public static TokenKey of(AccountId account) {
        return new TokenKey(account.value());
    }
}
