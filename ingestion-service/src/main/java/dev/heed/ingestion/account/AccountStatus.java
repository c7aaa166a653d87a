package dev.heed.ingestion.account;

import java.util.Locale;

/** Whether X lets us listen for an account. */
public enum AccountStatus {
    /** X answers, or was not asked yet. */
    ACTIVE,
    /** X refused the last time: suspended, protected, or our token or credits are spent. Asked again every minute. */
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccountStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
