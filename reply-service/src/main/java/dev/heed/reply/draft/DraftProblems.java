package dev.heed.reply.draft;

import dev.heed.web.Problem;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** Refusals as problems, in words that an agent can act on. The publication room refuses in the same words. */
public final class DraftProblems {
    private DraftProblems() {}

    static DraftView viewOrThrow(DraftAnswer answer) {
        return switch (answer) {
            case DraftAnswer.Kept kept -> DraftView.of(kept.draft(), kept.progress());
            case DraftAnswer.UnknownTicket unknown -> throw unknownTicket(unknown.ticketId());
            case DraftAnswer.UnknownDraft unknown ->
                throw unknownDraft(unknown.id().toString());
            case DraftAnswer.NotTheOwner not -> throw notTheOwner(not.owner());
            case DraftAnswer.HandedOver handed -> throw alreadyPublished(handed.id());
            case DraftAnswer.Empty empty -> throw unprocessable("empty-draft", "An empty reply", empty.reason());
            case DraftAnswer.TooLong tooLong ->
                throw unprocessable("too-long", "Longer than X takes", tooLong.reason());
            case DraftAnswer.PostOfAnotherTicket other ->
                throw unprocessable(
                        "post-of-another-ticket",
                        "That post is not on this ticket",
                        "Post %s is not on ticket %s. Leave inReplyTo out to answer the customer's latest post."
                                .formatted(other.postId(), other.ticketId()));
            case DraftAnswer.PrivateMessage message ->
                throw Problem.of(
                        Status.CONFLICT,
                        "private-message",
                        "That is a direct message",
                        "%s was sent in private, and is never answered in public. Answer a public post of this ticket, or write a direct message on X."
                                .formatted(message.postId()));
            case DraftAnswer.NothingPublic nothing ->
                throw Problem.of(
                        Status.CONFLICT,
                        "nothing-to-answer-in-public",
                        "Nothing here can be answered in public",
                        "Ticket %s has no public post that still stands: the customer wrote in private, or took back what they posted."
                                .formatted(nothing.ticketId()));
            case DraftAnswer.KeyOfAnotherRequest key ->
                throw unprocessable(
                        "idempotency-key-reused",
                        "This key belongs to another request",
                        "Idempotency-Key '%s' came before with another body. Take a new key for a new draft."
                                .formatted(key.key()));
        };
    }

    public static Problem unknownTicket(String ticketId) {
        return Problem.of(
                Status.NOT_FOUND,
                "unknown-ticket",
                "No such ticket",
                "No ticket %s has been heard of here. Look its id up under /api/routing/tickets.".formatted(ticketId));
    }

    public static Problem unknownDraft(String id) {
        return Problem.of(Status.NOT_FOUND, "unknown-draft", "No such draft", "There is no draft %s.".formatted(id));
    }

    public static Problem notTheOwner(@Nullable String owner) {
        String words = owner == null
                ? "Nobody owns this ticket yet. Claim it, then reply."
                : "This ticket belongs to %s. Only its owner replies; a lead may take it over first.".formatted(owner);
        return Problem.of(Status.CONFLICT, "not-the-owner", "Not your ticket", words);
    }

    public static Problem alreadyPublished(ReplyId id) {
        return Problem.of(
                Status.CONFLICT,
                "already-published",
                "This draft is with publication already",
                "Draft %s was handed over and cannot change or go again. Its state says what became of it; to say more,"
                                .formatted(id)
                        + " write a new draft.");
    }

    private static Problem unprocessable(String slug, String title, String detail) {
        return Problem.of(422, slug, title, detail);
    }
}
