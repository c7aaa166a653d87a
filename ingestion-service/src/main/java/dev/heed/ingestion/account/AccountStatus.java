package dev.heed.ingestion.account;

import java.util.Locale;

/** Whether an account is listened for. */
public enum AccountStatus {
    /** It is, and X answers, or was not asked yet. */
    ACTIVE,
    /** An administrator said: not now. What is said meanwhile is heard when it is resumed, as far as X shows it. */
    PAUSED,
    /** X refused the last time: suspended, protected, or our token or credits are spent. Asked again every minute. */
    REFUSED,
    /** An administrator said: no more. What it writes itself is still known as ours. */
    REMOVED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is wanted to be listened for. */
    public boolean listens() {
        return this == ACTIVE || this == REFUSED;
    }

    static AccountStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
