package dev.heed.local.replay;

import dev.heed.local.api.Answer;
import dev.heed.local.api.Backoff;
import dev.heed.local.api.DraftView;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.NewDraft;
import dev.heed.local.api.Product;
import dev.heed.local.api.TicketView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One answer as an agent gives it: find the ticket, claim it as its owner, write the draft, publish, see it posted.
 *
 * <p>Every step may be repeated without harm, so a part that is restarting only costs time. Safe for several threads.
 */
final class AnswerCustomer {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Set<String> DEMO_AGENTS = Set.of("agent", "agent2", "lead");

    private final Product product;
    private final String replayId;

    AnswerCustomer(Product product, String replayId) {
        this.product = product;
        this.replayId = replayId;
    }

    Outcome with(RecordedPost answer, LedgerPost customers) {
        if (!customers.addresses(answer.author())) {
            return new Outcome.LeftOut("the post does not address that brand, so X would refuse");
        }
        Instant limit = Instant.now().plus(PATIENCE);
        return switch (claim(answer.author(), customers.id(), limit)) {
            case Claim.Owned owned -> write(answer, customers, owned, limit);
            case Claim.Failed failed -> failed.outcome();
        };
    }

    private sealed interface Claim {
        /** A ticket as its owner sees it. */
        record Owned(TicketView ticket, String by) implements Claim {}

        record Failed(Outcome outcome) implements Claim {}
    }

    private Claim claim(String brand, String postId, Instant limit) {
        Backoff backoff = new Backoff();
        while (Instant.now().isBefore(limit)) {
            Optional<TicketView> found = product.ticketOf(postId);
            if (found.isPresent()) {
                TicketView ticket = found.get();
                if (!ticket.account().handle().equalsIgnoreCase(brand)) {
                    return new Claim.Failed(
                            new Outcome.LeftOut("the post names two brands, and its ticket is the other one's"));
                }
                String by = ticket.owner() != null && DEMO_AGENTS.contains(ticket.owner()) ? ticket.owner() : "agent";
                Answer claimed = product.claim(ticket.id(), by);
                if (claimed.succeeded()) {
                    return new Claim.Owned(product.ticket(ticket.id()), by);
                }
                if (claimed.status() == 409 && !claimed.problem().equals("ticket-owned-by-another")) {
                    return new Claim.Failed(new Outcome.Refused(claimed.problem()));
                }
            }
            backoff.pause();
        }
        return new Claim.Failed(new Outcome.Unsettled("@" + brand + " got no ticket of post " + postId));
    }

    private Outcome write(RecordedPost answer, LedgerPost customers, Claim.Owned owned, Instant limit) {
        NewDraft draft = new NewDraft(
                owned.ticket().id(), owned.ticket().version(), customers.id(), Entities.decoded(answer.text()));
        String key = UUID.nameUUIDFromBytes((replayId + "/" + answer.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
        Backoff backoff = new Backoff();
        Answer written = product.draft(draft, owned.by(), key);
        while (isBehind(written) && Instant.now().isBefore(limit)) {
            backoff.pause();
            written = product.draft(draft, owned.by(), key);
        }
        if (!written.succeeded()) {
            return new Outcome.Refused(written.problem().isEmpty() ? written.detail() : written.problem());
        }
        DraftView kept = product.draft(written.body().path("id").asText(), owned.by());
        List<String> guards = kept.checks().stream()
                .filter(DraftView.Check::blocks)
                .map(DraftView.Check::guard)
                .distinct()
                .toList();
        return guards.isEmpty() ? publish(kept, owned.by(), limit) : new Outcome.Blocked(guards);
    }

    /** The reply service has not yet heard what routing did; it will. */
    private static boolean isBehind(Answer answer) {
        return answer.problem().equals("unknown-ticket")
                || answer.problem().equals("not-the-owner")
                || answer.problem().equals("post-of-another-ticket");
    }

    private Outcome publish(DraftView draft, String by, Instant limit) {
        Instant asked = Instant.now();
        Backoff backoff = new Backoff();
        Answer answer = product.publish(draft.id(), by);
        while (isBusy(answer) && Instant.now().isBefore(limit)) {
            backoff.pause();
            answer = product.publish(draft.id(), by);
        }
        if (!answer.succeeded() && !answer.problem().equals("already-published")) {
            return new Outcome.Refused(answer.problem().isEmpty() ? answer.detail() : answer.problem());
        }
        return await(draft.id(), by, asked, limit);
    }

    private static boolean isBusy(Answer answer) {
        return answer.problem().equals("another-reply-in-flight") || isBehind(answer);
    }

    private Outcome await(String draftId, String by, Instant asked, Instant limit) {
        Backoff backoff = new Backoff();
        DraftView draft = product.draft(draftId, by);
        while (true) {
            String postId = draft.postId();
            if (draft.state().equals("published") && postId != null) {
                Instant posted = draft.publishedAt() == null ? Instant.now() : draft.publishedAt();
                return new Outcome.Published(postId, Duration.between(asked, posted));
            }
            if (draft.state().equals("refused")) {
                DraftView.Refusal refusal = draft.refusal();
                return new Outcome.Refused("by X: " + (refusal == null ? "no reason given" : refusal.reason()));
            }
            if (Boolean.TRUE.equals(draft.needsPerson()) || Instant.now().isAfter(limit)) {
                return new Outcome.Unsettled("draft " + draftId + " is still " + draft.state()
                        + (draft.holdReason() == null ? "" : ": " + draft.holdReason()));
            }
            backoff.pause();
            draft = product.draft(draftId, by);
        }
    }
}
