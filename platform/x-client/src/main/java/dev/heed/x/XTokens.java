package dev.heed.x;

import java.time.Instant;
import java.util.List;

/**
 * What an X account's owner has allowed us, until when and for what.
 *
 * <p>{@code refresh} works once: whoever uses it must store its successor before anything else, and using it twice kills
 * the whole family. It is empty where {@code offline.access} was not granted.
 */
public record XTokens(String access, String refresh, Instant expiresAt, List<String> scopes) {

    public XTokens {
        scopes = List.copyOf(scopes);
    }

    /** The one that all others hang on. */
    String whole() {
        return refresh.isEmpty() ? access : refresh;
    }

    /** Tells everything but the secrets. */
    @Override
    public String toString() {
        return "XTokens[access=***, refresh=***, expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
    }
}
