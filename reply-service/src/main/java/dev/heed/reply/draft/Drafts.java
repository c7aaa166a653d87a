package dev.heed.reply.draft;

import dev.heed.reply.web.NewestFirst;
import dev.heed.web.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** A ticket's drafts, newest first, what is to be read for a page. */
    Uni<List<Draft>> ofTicket(Mutiny.Session session, String ticketId, PageRequest<UUID> page) {
        return session.createSelectionQuery(
                        "from DraftRow where ticketId = :ticket and id < :after order by id desc", DraftRow.class)
                .setParameter("ticket", ticketId)
                .setParameter("after", NewestFirst.below(page))
                .setMaxResults(page.toRead())
                .getResultList()
                .map(rows -> rows.stream().map(DraftRow::asDraft).toList());
    }
}
