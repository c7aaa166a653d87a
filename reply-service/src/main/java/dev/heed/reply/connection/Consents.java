package dev.heed.reply.connection;

import dev.heed.x.ConsentSecret;
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

    /** One consent on its way. */
    record Consent(String handle, ConsentSecret codeVerifier, String askedBy) {}

    Uni<Void> ask(Mutiny.Session session, ConsentSecret state, Consent consent, Instant now, Instant expiresAt) {
        return session.createNativeQuery("delete from consent where expires_at < :now")
                .setParameter("now", now)
                .executeUpdate()
                .flatMap(swept -> session.createNativeQuery(
                                "insert into consent (state, account_handle, code_verifier, asked_by, expires_at)"
                                        + " values (:state, :handle, :verifier, :admin, :expires)")
                        .setParameter("state", state.text())
                        .setParameter("handle", consent.handle())
                        .setParameter(
                                "verifier", secrets.seal(consent.codeVerifier().text(), purpose(state)))
                        .setParameter("admin", consent.askedBy())
                        .setParameter("expires", expiresAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Takes the consent that belongs to a state; nobody can take it again. */
    Uni<Optional<Consent>> take(Mutiny.Session session, ConsentSecret state, Instant now) {
        return session.createNativeQuery(
                        "delete from consent where state = :state and expires_at >= :now"
                                + " returning account_handle, code_verifier, asked_by",
                        Object[].class)
                .setParameter("state", state.text())
                .setParameter("now", now)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Consent(
                                (String) row[0],
                                new ConsentSecret(secrets.open((byte[]) row[1], purpose(state))),
                                (String) row[2])));
    }

    private static String purpose(ConsentSecret state) {
        return "consent/" + state.text();
    }
}
