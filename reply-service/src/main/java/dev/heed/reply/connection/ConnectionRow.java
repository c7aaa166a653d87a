package dev.heed.reply.connection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code connection}: tokens only as ciphertext. */
@Entity
@Table(name = "connection")
class ConnectionRow {
    static final String CONNECTED = "connected";
    static final String REVOKED = "revoked";

    @Id
    String accountId = "";

    @Version
    long version;

    String accountHandle = "";

    String status = CONNECTED;

    byte[] accessToken = {};

    byte[] refreshToken = {};

    Instant expiresAt = Instant.EPOCH;

    /** Separated by spaces. */
    String scopes = "";

    /** Why it is revoked, in words. */
    @Nullable
    String detail;

    String connectedBy = "";

    Instant connectedAt = Instant.EPOCH;

    Instant updatedAt = Instant.EPOCH;

    boolean isRevoked() {
        return status.equals(REVOKED);
    }
}
