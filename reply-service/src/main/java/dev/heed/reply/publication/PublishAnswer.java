package dev.heed.reply.publication;

import dev.heed.reply.draft.Draft;
import dev.heed.reply.draft.ReplyId;
import dev.heed.reply.guard.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of "publish": it is intended, or it is refused for a reason that the agent can act on. */
sealed interface PublishAnswer {

    record Accepted(Draft draft, Publication publication) implements PublishAnswer {}

    record UnknownDraft(ReplyId id) implements PublishAnswer {}

    record UnknownTicket(String ticketId) implements PublishAnswer {}

    /** @param owner null when nobody owns the ticket */
    record NotTheOwner(@Nullable String owner) implements PublishAnswer {}

    record Blocked(List<Check> checks) implements PublishAnswer {}

    record HandedOver(ReplyId id) implements PublishAnswer {}

    record AnotherInFlight(Publication other) implements PublishAnswer {}
}
