package dev.heed.ingestion.account;

import org.jspecify.annotations.Nullable;

/** How people name an account: by its X user id or its handle, with or without @, in any letter case. */
public record AccountName(String word) {

    /** What a person wrote, or nothing. */
    public static AccountName of(@Nullable String given) {
        return new AccountName(given == null ? "" : given.strip().replaceFirst("^@", ""));
    }

    public boolean names(Account account) {
        return account.id().value().equals(word) || account.handle().equalsIgnoreCase(word);
    }
}
