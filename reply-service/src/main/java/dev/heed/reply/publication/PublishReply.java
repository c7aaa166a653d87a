package dev.heed.reply.publication;

import dev.heed.messaging.Trace;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.conversation.Conversation;
import dev.heed.reply.conversation.Conversations;
import dev.heed.reply.draft.Draft;
import dev.heed.reply.draft.Drafts;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.guard.Check;
import dev.heed.reply.guard.WithdrawnPostGuard;
import dev.heed.reply.publication.PublicationState.AwaitingSeal;
import dev.heed.reply.publication.PublicationState.Intended;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The ticket's owner says "publish": the intent is written and told, and nothing is posted yet.
 *
 * <p>The ticket's line is locked first, so that two intents of one ticket come one after the other and the second sees the
 * first.
 */
@ApplicationScoped
class PublishReply {
    private final Transactions transactions;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Publications publications;
    private final PublicationLog log;
    private final PublicationConfig config;
    private final Clock clock = Clock.systemUTC();

    PublishReply(
            Transactions transactions,
            Conversations conversations,
            Drafts drafts,
            Publications publications,
            PublicationLog log,
            PublicationConfig config) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.drafts = drafts;
        this.publications = publications;
        this.log = log;
        this.config = config;
    }

    Uni<PublishAnswer> publish(ReplyId id, String user) {
        return transactions.inSession(session -> drafts.lock(session, id)
                .flatMap(found -> found.isEmpty()
                        ? answer(new PublishAnswer.UnknownDraft(id))
                        : publish(session, found.get(), user)));
    }

    private Uni<PublishAnswer> publish(Mutiny.Session session, Draft draft, String user) {
        if (draft.isHandedOver()) {
            return answer(new PublishAnswer.HandedOver(draft.id()));
        }
        return conversations.lock(session, draft.ticketId()).flatMap(found -> {
            if (found.isEmpty()) {
                return answer(new PublishAnswer.UnknownTicket(draft.ticketId()));
            }
            Conversation conversation = found.get();
            return conversation.isOwnedBy(user)
                    ? ifFree(session, draft, conversation, user)
                    : answer(new PublishAnswer.NotTheOwner(conversation.owner()));
        });
    }

    private Uni<PublishAnswer> ifFree(Mutiny.Session session, Draft draft, Conversation conversation, String user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Draft checked = draft.handedOver(now);
        if (!checked.isPublishable()) {
            List<Check> blocking = checked.checks().stream()
                    .filter(check -> !check.verdict().letsPost())
                    .toList();
            return answer(new PublishAnswer.Blocked(blocking));
        }
        if (conversation.isWithdrawn(draft.inReplyTo())) {
            return answer(new PublishAnswer.Blocked(List.of(WithdrawnPostGuard.check(true))));
        }
        return publications
                .inTheWay(session, draft.ticketId(), draft.accountId(), draft.inReplyTo())
                .flatMap((Optional<Publication> other) -> other.isPresent()
                        ? answer(new PublishAnswer.AnotherInFlight(other.get()))
                        : intend(session, checked, conversation, user, now));
    }

    private Uni<PublishAnswer> intend(
            Mutiny.Session session, Draft draft, Conversation conversation, String user, Instant now) {
        Reply reply = new Reply(
                draft.id(),
                draft.ticketId(),
                conversation.accountId(),
                conversation.accountHandle(),
                draft.inReplyTo(),
                draft.text(),
                user,
                draft.checks(),
                conversation.policyVersion(),
                now,
                Trace.continueFrom(conversation.traceparent()));
        AwaitingSeal awaiting = new AwaitingSeal();
        Intended intended = config.strict() ? awaiting : awaiting.sealed(now);
        Publication publication = new Publication(reply, intended);
        return drafts.change(session, draft)
                .flatMap(changed -> log.begin(session, publication))
                .map(begun -> new PublishAnswer.Accepted(draft, publication));
    }

    private static Uni<PublishAnswer> answer(PublishAnswer answer) {
        return Uni.createFrom().item(answer);
    }
}
