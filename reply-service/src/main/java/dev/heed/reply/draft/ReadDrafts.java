package dev.heed.reply.draft;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.web.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows drafts together with what became of them. */
@ApplicationScoped
class ReadDrafts {
    private final Transactions transactions;
    private final Drafts drafts;
    private final ReplyProgress progress;

    ReadDrafts(Transactions transactions, Drafts drafts, ReplyProgress progress) {
        this.transactions = transactions;
        this.drafts = drafts;
        this.progress = progress;
    }

    Uni<DraftAnswer> one(ReplyId id) {
        return transactions.inSession(session -> inSession(session, id));
    }

    Uni<DraftAnswer> inSession(Mutiny.Session session, ReplyId id) {
        return drafts.find(session, id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(new DraftAnswer.UnknownDraft(id))
                        : withProgress(session, List.of(found.get())).map(List::getFirst));
    }

    /** A ticket's drafts, newest first, what is to be read for a page. */
    Uni<List<DraftAnswer.Kept>> ofTicket(String ticketId, PageRequest<UUID> page) {
        return transactions.inSession(
                session -> drafts.ofTicket(session, ticketId, page).flatMap(found -> withProgress(session, found)));
    }

    private Uni<List<DraftAnswer.Kept>> withProgress(Mutiny.Session session, List<Draft> found) {
        List<ReplyId> ids = found.stream().map(Draft::id).toList();
        return progress.of(session, ids)
                .map(known -> found.stream().map(draft -> kept(draft, known)).toList());
    }

    private static DraftAnswer.Kept kept(Draft draft, Map<ReplyId, Progress> known) {
        return new DraftAnswer.Kept(draft, known.getOrDefault(draft.id(), Progress.none(draft)));
    }
}
