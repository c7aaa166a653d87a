package dev.heed.reply.draft;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which request of which user made which draft, so that a repeated request makes no second one. */
@ApplicationScoped
class IdempotencyKeys {

    /** What a key was used for: the hash of that request and the draft it made. */
    record Use(String requestHash, ReplyId draft) {}

    Uni<Optional<Use>> find(Mutiny.Session session, String user, String key) {
        return session.createNativeQuery(
                        "select request_hash, draft_id from idempotency_key where user_name = :user and key = :key",
                        Object[].class)
                .setParameter("user", user)
                .setParameter("key", key)
                .getResultList()
                .map(IdempotencyKeys::first);
    }

    /** Takes the key for this draft; false if it is taken. Waits for another transaction that is just taking it. */
    Uni<Boolean> take(Mutiny.Session session, String user, String key, Use use) {
        return session.createNativeQuery("insert into idempotency_key (user_name, key, request_hash, draft_id)"
                        + " values (:user, :key, :hash, :draft) on conflict do nothing")
                .setParameter("user", user)
                .setParameter("key", key)
                .setParameter("hash", use.requestHash())
                .setParameter("draft", use.draft().value())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    private static Optional<Use> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(row -> new Use((String) row[0], new ReplyId((UUID) row[1])));
    }
}
