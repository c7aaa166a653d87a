package dev.heed.reply.draft;

import dev.heed.reply.conversation.Conversation;
import dev.heed.reply.guard.Check;
import dev.heed.reply.guard.Guards;
import dev.heed.reply.guard.Verdict;
import dev.heed.reply.guard.WithdrawnPostGuard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may write what: the refusals of a draft, as values. */
final class DraftRules {
    private DraftRules() {}

    /** Only the owner answers. A lead who wants to must take the ticket over first, so that the ticket tells who spoke. */
    static Optional<DraftAnswer> mayWrite(Conversation conversation, String user) {
        return conversation.isOwnedBy(user)
                ? Optional.empty()
                : Optional.of(new DraftAnswer.NotTheOwner(conversation.owner()));
    }

    /** A text that no edit short of rewriting makes postable is refused at once; what private data it holds is only marked. */
    static Optional<DraftAnswer> isText(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.verdict() == Verdict.BLOCK)
                .flatMap(check -> refusal(check).stream())
                .findFirst();
    }

    /** What is answered: a public post of this ticket, the customer's latest unless another is named. */
    static Optional<DraftAnswer> mayAnswer(Conversation conversation, @Nullable String post) {
        if (post == null) {
            return conversation.latestPostId() == null
                    ? Optional.of(new DraftAnswer.NothingPublic(conversation.ticketId()))
                    : Optional.empty();
        }
        if (conversation.isPrivate(post)) {
            return Optional.of(new DraftAnswer.PrivateMessage(post));
        }
        return conversation.holds(post)
                ? Optional.empty()
                : Optional.of(new DraftAnswer.PostOfAnotherTicket(post, conversation.ticketId()));
    }

    /** All guards' words on a text that answers this post. */
    static List<Check> check(String text, Conversation conversation, String post) {
        return Stream.concat(
                        Guards.check(text).stream(),
                        Stream.of(WithdrawnPostGuard.check(conversation.isWithdrawn(post))))
                .toList();
    }

    private static Optional<DraftAnswer> refusal(Check check) {
        return switch (check.guard()) {
            case Guards.EMPTY -> Optional.of(new DraftAnswer.Empty(check.reason()));
            case Guards.LENGTH -> Optional.of(new DraftAnswer.TooLong(check.reason()));
            default -> Optional.empty();
        };
    }
}
