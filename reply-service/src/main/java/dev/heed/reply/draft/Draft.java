package dev.heed.reply.draft;

import dev.heed.reply.guard.Check;
import dev.heed.reply.guard.Guards;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to say to a customer, with the checks of exactly this text.
 *
 * @param inReplyTo the customer's post that this answers
 * @param author user name of the last writer
 * @param handedOverAt when it went to publication; from then on it never changes
 */
public record Draft(
        ReplyId id,
        String ticketId,
        String accountId,
        String inReplyTo,
        String text,
        String author,
        List<Check> checks,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant handedOverAt) {

    public Draft {
        checks = List.copyOf(checks);
    }

    public boolean isHandedOver() {
        return handedOverAt != null;
    }

    /** Whether every guard lets this text be posted. */
    public boolean isPublishable() {
        return Guards.letPost(checks);
    }

    Draft rewritten(String newText, String writer, List<Check> newChecks, Instant now) {
        return new Draft(id, ticketId, accountId, inReplyTo, newText, writer, newChecks, createdAt, now, handedOverAt);
    }

    /** As it goes to publication; checks are taken anew, since the guards may have learnt since it was written. */
    public Draft handedOver(Instant now) {
        return new Draft(
                id, ticketId, accountId, inReplyTo, text, author, Guards.check(text), createdAt, updatedAt, now);
    }
}
