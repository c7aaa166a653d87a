package dev.heed.ingestion.connection;

import java.util.Locale;

/** Whether we may read as an account. */
public enum ConnectionStatus {
    /** We may. */
    CONNECTED,
    /** X no longer takes our refresh token: the owner took the right back, or it was used twice. An admin connects again. */
    REVOKED,
    /** It was given for a time only, which is over. */
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ConnectionStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
