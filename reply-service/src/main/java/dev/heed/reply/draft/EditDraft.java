package dev.heed.reply.draft;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.conversation.Conversation;
import dev.heed.reply.conversation.Conversations;
import dev.heed.reply.guard.Check;
import dev.heed.reply.guard.Guards;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The ticket's owner rewrites a draft that has not gone to publication; its checks are taken anew. */
@ApplicationScoped
class EditDraft {
    private final Transactions transactions;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Clock clock = Clock.systemUTC();

    EditDraft(Transactions transactions, Conversations conversations, Drafts drafts) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.drafts = drafts;
    }

    Uni<DraftAnswer> edit(ReplyId id, String text, String user) {
        return transactions.inSession(session -> drafts.lock(session, id)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(new DraftAnswer.UnknownDraft(id))
                        : editFound(session, found.get(), text, user)));
    }

    private Uni<DraftAnswer> editFound(Mutiny.Session session, Draft draft, String text, String user) {
        List<Check> checks = Guards.check(text);
        return conversations.find(session, draft.ticketId()).flatMap(found -> {
            Optional<DraftAnswer> refusal = refusal(draft, found, checks, user);
            if (refusal.isPresent()) {
                return Uni.createFrom().item(refusal.get());
            }
            Instant now = clock.instant();
            List<Check> all = DraftRules.check(text, found.orElseThrow(), draft.inReplyTo());
            Draft edited = draft.rewritten(text, user, all, now);
            return drafts.change(session, edited).map(changed -> new DraftAnswer.Kept(edited, Progress.none(edited)));
        });
    }

    private static Optional<DraftAnswer> refusal(
            Draft draft, Optional<Conversation> conversation, List<Check> checks, String user) {
        if (draft.isHandedOver()) {
            return Optional.of(new DraftAnswer.HandedOver(draft.id()));
        }
        return conversation
                .<Optional<DraftAnswer>>map(known -> DraftRules.mayWrite(known, user))
                .orElseGet(() -> Optional.of(new DraftAnswer.UnknownTicket(draft.ticketId())))
                .or(() -> DraftRules.isText(checks));
    }
}
