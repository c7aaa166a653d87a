package dev.heed.reply.draft;

import org.jspecify.annotations.Nullable;

/** What came of writing a draft: it is kept, or it is refused for a reason that the writer can act on. */
sealed interface DraftAnswer {

    /** Kept, publishable or not. */
    record Kept(Draft draft, Progress progress) implements DraftAnswer {}

    record UnknownTicket(String ticketId) implements DraftAnswer {}

    record UnknownDraft(ReplyId id) implements DraftAnswer {}

    /** @param owner null when nobody owns the ticket */
    record NotTheOwner(@Nullable String owner) implements DraftAnswer {}

    record PostOfAnotherTicket(String postId, String ticketId) implements DraftAnswer {}

    /** The post is a direct message: what was said in private is not answered in public. */
    record PrivateMessage(String postId) implements DraftAnswer {}

    /** The ticket has no public post that still stands. */
    record NothingPublic(String ticketId) implements DraftAnswer {}

    record Empty(String reason) implements DraftAnswer {}

    record TooLong(String reason) implements DraftAnswer {}

    /** The draft is with publication already, so its text is settled. */
    record HandedOver(ReplyId id) implements DraftAnswer {}

    /** The idempotency key was used for another request. */
    record KeyOfAnotherRequest(String key) implements DraftAnswer {}
}
