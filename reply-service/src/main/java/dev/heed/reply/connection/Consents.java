package dev.heed.reply.connection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Consents that were asked for and not yet given; each is good once, for ten minutes. */
@ApplicationScoped
class Consents {
    private final Secrets secrets;

    Consents(Secrets secrets) {
        this.secrets = secrets;
    }

    /** One consent on its way: the verifier is what proves to X that the asker and the taker are one. */
    record Consent(String handle, String codeVerifier, String askedBy) {}

    Uni<Void> ask(Mutiny.Session session, String state, Consent consent, Instant now, Instant expiresAt) {
        return session.createNativeQuery("delete from consent where expires_at < :now")
                .setParameter("now", now)
                .executeUpdate()
                .flatMap(swept -> session.createNativeQuery(
                                "insert into consent (state, account_handle, code_verifier, asked_by, expires_at)"
                                        + " values (:state, :handle, :verifier, :admin, :expires)")
                        .setParameter("state", state)
                        .setParameter("handle", consent.handle())
                        .setParameter("verifier", secrets.seal(consent.codeVerifier(), "consent/" + state))
                        .setParameter("admin", consent.askedBy())
                        .setParameter("expires", expiresAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Takes the consent that belongs to a state; nobody can take it again. */
    Uni<Optional<Consent>> take(Mutiny.Session session, String state, Instant now) {
        return session.createNativeQuery(
                        "delete from consent where state = :state and expires_at >= :now"
                                + " returning account_handle, code_verifier, asked_by",
                        Object[].class)
                .setParameter("state", state)
                .setParameter("now", now)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Consent(
                                (String) row[0], secrets.open((byte[]) row[1], "consent/" + state), (String) row[2])));
    }
}
