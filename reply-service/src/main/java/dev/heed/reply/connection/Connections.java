package dev.heed.reply.connection;

import dev.heed.x.XTokens;
import dev.heed.x.XUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The rights to post that were given to us, one for each account. */
@ApplicationScoped
class Connections {
    private final Secrets secrets;

    Connections(Secrets secrets) {
        this.secrets = secrets;
    }

    Uni<Optional<ConnectionRow>> find(Mutiny.Session session, String accountId) {
        return session.find(ConnectionRow.class, accountId).map(Optional::ofNullable);
    }

    /** The lock under which a refresh token is used: whoever waits for it sees the successor. */
    Uni<Optional<ConnectionRow>> lock(Mutiny.Session session, String accountId) {
        return session.find(ConnectionRow.class, accountId, LockModeType.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable);
    }

    Uni<List<ConnectionRow>> all(Mutiny.Session session) {
        return session.createSelectionQuery("from ConnectionRow order by accountHandle", ConnectionRow.class)
                .getResultList();
    }

    /** Connects an account, for the first time or again. */
    Uni<Void> connect(Mutiny.Session session, XUser account, XTokens tokens, String admin, Instant now) {
        return lock(session, account.id()).flatMap(found -> {
            ConnectionRow row = found.orElseGet(ConnectionRow::new);
            row.accountId = account.id();
            row.accountHandle = account.username();
            row.connectedBy = admin;
            row.connectedAt = now;
            put(row, tokens, now);
            return found.isPresent() ? Uni.createFrom().voidItem() : session.persist(row);
        });
    }

    /** Stores what X gave; it replaces a refresh token that is spent. */
    void put(ConnectionRow row, XTokens tokens, Instant now) {
        row.status = ConnectionRow.CONNECTED;
        row.detail = null;
        row.accessToken = secrets.seal(tokens.access(), "access/" + row.accountId);
        row.refreshToken = secrets.seal(tokens.refresh(), "refresh/" + row.accountId);
        row.expiresAt = tokens.expiresAt();
        row.scopes = String.join(" ", tokens.scopes());
        row.updatedAt = now;
    }

    static void revoke(ConnectionRow row, String why, Instant now) {
        row.status = ConnectionRow.REVOKED;
        row.detail = why;
        row.updatedAt = now;
    }

    String access(ConnectionRow row) {
        return secrets.open(row.accessToken, "access/" + row.accountId);
    }

    /** Null where X gave none. */
    @Nullable
    String refresh(ConnectionRow row) {
        String token = secrets.open(row.refreshToken, "refresh/" + row.accountId);
        return token.isEmpty() ? null : token;
    }
}
