package dev.heed.reply.draft;

import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.conversation.AwaitConversation;
import dev.heed.reply.conversation.Conversation;
import dev.heed.reply.guard.Check;
import dev.heed.reply.guard.Guards;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** An agent writes a reply to a ticket that is theirs. The same idempotency key makes the same draft, once. */
@ApplicationScoped
class WriteDraft {
    private final Transactions transactions;
    private final AwaitConversation conversations;
    private final Drafts drafts;
    private final IdempotencyKeys keys;
    private final ReadDrafts readDrafts;
    private final Clock clock = Clock.systemUTC();

    WriteDraft(
            Transactions transactions,
            AwaitConversation conversations,
            Drafts drafts,
            IdempotencyKeys keys,
            ReadDrafts readDrafts) {
        this.transactions = transactions;
        this.conversations = conversations;
        this.drafts = drafts;
        this.keys = keys;
        this.readDrafts = readDrafts;
    }

    Uni<DraftAnswer> write(NewDraft request, String user, @Nullable String key) {
        return repeated(request, user, key)
                .flatMap(answer -> answer.isPresent()
                        ? Uni.createFrom().item(answer.get())
                        : conversations
                                .atLeast(request.ticketId(), request.ticketVersion())
                                .flatMap(found -> keepOrRefuse(found, request, user, key)));
    }

    private Uni<DraftAnswer> keepOrRefuse(
            Optional<Conversation> found, NewDraft request, String user, @Nullable String key) {
        List<Check> checks = Guards.check(request.text());
        Optional<DraftAnswer> refusal = found.<Optional<DraftAnswer>>map(
                        conversation -> refusal(conversation, request, user, checks))
                .orElseGet(() -> Optional.of(new DraftAnswer.UnknownTicket(request.ticketId())));
        if (refusal.isPresent()) {
            return Uni.createFrom().item(refusal.get());
        }
        Draft draft = draft(found.orElseThrow(), request, user);
        return transactions.inSession(session -> keep(session, draft, request, key));
    }

    private static Optional<DraftAnswer> refusal(
            Conversation conversation, NewDraft request, String user, List<Check> checks) {
        return DraftRules.mayWrite(conversation, user)
                .or(() -> DraftRules.isText(checks))
                .or(() -> DraftRules.mayAnswer(conversation, request.inReplyTo()));
    }

    private Draft draft(Conversation conversation, NewDraft request, String user) {
        String answered =
                request.inReplyTo() == null ? Objects.requireNonNull(conversation.latestPostId()) : request.inReplyTo();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Draft(
                ReplyId.next(),
                conversation.ticketId(),
                conversation.accountId(),
                answered,
                request.text(),
                user,
                DraftRules.check(request.text(), conversation, answered),
                now,
                now,
                null);
    }

    private Uni<DraftAnswer> keep(Mutiny.Session session, Draft draft, NewDraft request, @Nullable String key) {
        Uni<Boolean> first = key == null
                ? Uni.createFrom().item(true)
                : keys.take(session, draft.author(), key, new IdempotencyKeys.Use(request.hash(), draft.id()));
        return first.flatMap(taken -> taken || key == null
                ? drafts.add(session, draft).map(added -> new DraftAnswer.Kept(draft, Progress.none(draft)))
                // Somebody with the same key was faster by a moment, and has committed.
                : earlier(session, request, draft.author(), key).map(Optional::orElseThrow));
    }

    private Uni<Optional<DraftAnswer>> repeated(NewDraft request, String user, @Nullable String key) {
        return key == null
                ? Uni.createFrom().item(Optional.empty())
                : transactions.inSession(session -> earlier(session, request, user, key));
    }

    private Uni<Optional<DraftAnswer>> earlier(Mutiny.Session session, NewDraft request, String user, String key) {
        return keys.find(session, user, key).flatMap(use -> {
            if (use.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            if (!use.get().requestHash().equals(request.hash())) {
                return Uni.createFrom().item(Optional.of(new DraftAnswer.KeyOfAnotherRequest(key)));
            }
            return readDrafts.inSession(session, use.get().draft()).map(Optional::of);
        });
    }
}
