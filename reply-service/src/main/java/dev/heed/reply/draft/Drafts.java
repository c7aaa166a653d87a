package dev.heed.reply.draft;

import dev.heed.reply.web.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** All drafts, handed over or not. */
@ApplicationScoped
public class Drafts {

    Uni<Optional<Draft>> find(Mutiny.Session session, ReplyId id) {
        return session.find(DraftRow.class, id.value())
                .map(row -> Optional.ofNullable(row).map(DraftRow::asDraft));
    }

    /** As {@code find}, and nobody else changes or hands over this draft until the end of the transaction. */
    public Uni<Optional<Draft>> lock(Mutiny.Session session, ReplyId id) {
        return session.find(DraftRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(DraftRow::asDraft));
    }

    Uni<Void> add(Mutiny.Session session, Draft draft) {
        return session.persist(DraftRow.of(draft));
    }

    /** Writes a draft that was found or locked in this transaction. */
    public Uni<Void> change(Mutiny.Session session, Draft draft) {
        return session.find(DraftRow.class, draft.id().value())
                .invoke(row -> row.take(draft))
                .replaceWithVoid();
    }

    /** A ticket's drafts, newest first, one more than asked for if there is more. */
    Uni<List<Draft>> ofTicket(Mutiny.Session session, String ticketId, Cursor cursor, int limit) {
        return session.createSelectionQuery(
                        "from DraftRow where ticketId = :ticket and id < :after order by id desc", DraftRow.class)
                .setParameter("ticket", ticketId)
                .setParameter("after", cursor.after())
                .setMaxResults(limit + 1)
                .getResultList()
                .map(rows -> rows.stream().map(DraftRow::asDraft).toList());
    }
}
