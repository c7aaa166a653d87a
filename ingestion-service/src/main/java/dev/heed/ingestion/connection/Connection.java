package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right to read as an account, without its tokens.
 *
 * @param scopes as X names them
 * @param expiresAt end of the present access token, which is renewed by itself
 * @param detail what is wrong and what to do about it, in words; absent while connected
 */
public record Connection(
        AccountId account,
        String handle,
        ConnectionStatus status,
        List<String> scopes,
        Instant expiresAt,
        @Nullable String detail) {

    public Connection {
        scopes = List.copyOf(scopes);
    }

    public boolean isConnected() {
        return status == ConnectionStatus.CONNECTED;
    }

    /** Whether it is connected and its owner allowed this. */
    public boolean allows(String scope) {
        return isConnected() && scopes.contains(scope);
    }
}
