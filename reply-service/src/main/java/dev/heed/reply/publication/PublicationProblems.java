package dev.heed.reply.publication;

import dev.heed.reply.draft.DraftProblems;
import dev.heed.reply.draft.DraftView;
import dev.heed.reply.guard.Check;
import dev.heed.web.Problem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refusals of this room as problems, in words that an agent or a lead can act on. */
final class PublicationProblems {
    private PublicationProblems() {}

    static DraftView viewOrThrow(PublishAnswer answer) {
        return switch (answer) {
            case PublishAnswer.Accepted accepted ->
                DraftView.of(
                        accepted.draft(),
                        PublicationProgress.of(accepted.publication().state()));
            case PublishAnswer.UnknownDraft unknown ->
                throw DraftProblems.unknownDraft(unknown.id().toString());
            case PublishAnswer.UnknownTicket unknown -> throw DraftProblems.unknownTicket(unknown.ticketId());
            case PublishAnswer.NotTheOwner not -> throw DraftProblems.notTheOwner(not.owner());
            case PublishAnswer.HandedOver handed -> throw DraftProblems.alreadyPublished(handed.id());
            case PublishAnswer.Blocked blocked -> throw guardBlocked(blocked.checks());
            case PublishAnswer.AnotherInFlight another -> throw anotherInFlight(another.other());
        };
    }

    static PublicationView viewOrThrow(SettlePublication.Answer answer) {
        return switch (answer) {
            case SettlePublication.Answer.Settled settled -> PublicationView.of(settled.publication());
            case SettlePublication.Answer.NoSuchPublication none ->
                throw unknownPublication(none.id().toString());
            case SettlePublication.Answer.NotUnknown not ->
                throw Problem.of(
                        Status.CONFLICT,
                        "outcome-known",
                        "There is nothing to settle",
                        "Its outcome is not unknown: it is %s."
                                .formatted(
                                        PublicationProgress.of(not.publication().state())
                                                .state()));
            case SettlePublication.Answer.PostOfAnotherReply other ->
                throw Problem.of(
                        Status.CONFLICT,
                        "post-of-another-reply",
                        "That post is another reply",
                        "Post %s is on record as another reply already. Look at the account's timeline again."
                                .formatted(other.postId()));
        };
    }

    static SettlePublication.Word word(@Nullable String outcome, @Nullable String postId) {
        if ("absent".equals(outcome)) {
            return new SettlePublication.Word.IsNotOnX();
        }
        if (postId == null) {
            throw Problem.of(
                    Status.BAD_REQUEST,
                    "post-id-missing",
                    "Which post is it?",
                    "To settle as published, give the postId: the digits at the end of the post's address.");
        }
        return new SettlePublication.Word.IsOnX(postId);
    }

    static Problem unknownPublication(String id) {
        return Problem.of(
                Status.NOT_FOUND,
                "unknown-publication",
                "No such publication",
                "There is no publication %s; a draft becomes one when it is published.".formatted(id));
    }

    private static Problem guardBlocked(List<Check> checks) {
        String reasons = checks.stream().map(Check::reason).distinct().collect(Collectors.joining(" "));
        return Problem.of(Status.CONFLICT, "guard-blocked", "A guard forbids this text", reasons);
    }

    private static Problem anotherInFlight(Publication other) {
        String state = PublicationProgress.of(other.state()).state();
        return Problem.of(
                Status.CONFLICT,
                "another-reply-in-flight",
                "Another reply is under way",
                "Reply %s by %s is %s. Wait until its outcome is known; if that needs a person, a lead settles it."
                        .formatted(other.reply().id(), other.reply().author(), state));
    }
}
