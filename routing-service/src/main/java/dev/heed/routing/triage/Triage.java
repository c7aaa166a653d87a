package dev.heed.routing.triage;

import dev.heed.routing.assignment.Assignment;
import dev.heed.routing.assignment.Roster;
import dev.heed.routing.policy.Context;
import dev.heed.routing.policy.Decision;
import dev.heed.routing.policy.DecisionKind;
import dev.heed.routing.policy.Policy;
import dev.heed.routing.policy.Post;
import dev.heed.routing.ticket.KnownOwners;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import dev.heed.routing.ticket.life.TicketState.Ended;
import dev.heed.routing.ticket.life.TicketState.Open;
import dev.heed.routing.ticket.life.TicketState.Resolved;
import dev.heed.routing.ticket.life.TicketState.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works posts one after the other: decides, opens or joins a ticket, and gives it an owner.
 *
 * <p>Pure and mutable, of one transaction that holds the locks of all its tickets and owners.
 */
final class Triage {

    private final Policy policy;
    private final Map<TicketId, Ticket> tickets;
    private final Roster roster;
    private final KnownOwners known;
    private final Instant now;
    private final List<TicketChange> changes = new ArrayList<>();
    private final Map<String, List<String>> evidence = new HashMap<>();

    /** @param tickets those that exist of the posts to come, each as it stands; new ones are added */
    Triage(Policy policy, Map<TicketId, Ticket> tickets, Roster roster, KnownOwners known, Instant now) {
        this.policy = policy;
        this.tickets = tickets;
        this.roster = roster;
        this.known = known;
        this.now = now;
    }

    /** A post that is on no ticket yet. */
    void hear(HeardPost post) {
        @Nullable Ticket before = tickets.get(post.ticketId());
        Decision decision = decide(
                post, new Context(before != null && before.clocks().response().isPresent()));
        evidence.put(post.id(), decision.evidence());
        if (before == null) {
            keep(Ticket.open(post, decision, policy.turnaround(), now));
        } else {
            keep(before.join(post, decision, policy.turnaround(), now));
            if (decision.kind() == DecisionKind.RESPOND && decision.tier() != null) {
                goOn(post, decision.tier());
            }
        }
        ownWhereWaiting(post);
    }

    /**
     * A post that its author changed, on a ticket of its own: what it asks for now counts where it asks for more. It is read as
     * if it had been written now; whatever else the customer wrote is not.
     */
    void hearAgain(HeardPost post) {
        Ticket before = ticketOf(post);
        boolean hasWrittenBefore =
                before.posts().publicIds().size() + before.posts().messageIds().size() > 1;
        Decision decision = decide(
                post, new Context(hasWrittenBefore && before.clocks().response().isPresent()));
        evidence.put(post.id(), decision.evidence());
        if (before.isRaisedBy(decision)) {
            keep(before.decideAgain(post, decision, now));
            if (decision.kind() == DecisionKind.RESPOND && decision.tier() != null) {
                goOn(post, decision.tier());
            }
            ownWhereWaiting(post);
        }
    }

    /** What was found in each post, in its author's words. */
    Map<String, List<String>> evidence() {
        return evidence;
    }

    /** What happened, in order: several changes of one ticket follow one another. */
    List<TicketChange> changes() {
        return changes;
    }

    private void ownWhereWaiting(HeardPost post) {
        if (ticketOf(post).state() instanceof Waiting waiting) {
            ownerFor(waiting.tier(), post)
                    .ifPresent(owner -> keep(ticketOf(post).assign(waiting, owner, post, now)));
        }
    }

    private Decision decide(HeardPost post, Context context) {
        var asRead = new Post(
                post.text(),
                post.addressed(),
                post.inReplyTo() != null,
                post.kind().equals("quote"));
        return post.isPrivate() ? policy.decideMessage(asRead, context) : policy.decide(asRead, context);
    }

    private void goOn(HeardPost post, String tier) {
        Ticket ticket = ticketOf(post);
        switch (ticket.state()) {
            case Resolved resolved ->
                keep(ticket.reopen(resolved, further(resolved.tier(), tier), post, policy.turnaround(), now));
            case Ended ended -> keep(ticket.reopen(ended, tier, post, policy.turnaround(), now));
            case Open open
            when isBeyond(tier, open.tier()) -> keep(ticket.escalate(open, tier, ownerFor(tier, post), post, now));
            case Open open -> {
                // It is where it belongs.
            }
        }
    }

    private Optional<Assignment> ownerFor(@Nullable String tier, HeardPost post) {
        List<String> owners =
                policy.path().ownersOf(tier == null ? policy.path().first() : tier);
        String preferred = ticketOf(post).state().owner().orElseGet(() -> known.of(post));
        Optional<Assignment> given = roster.give(owners, preferred, now);
        given.ifPresent(
                assignment -> known.remember(post.account().id(), post.author().id(), assignment.owner()));
        return given;
    }

    private String further(@Nullable String before, String next) {
        return before != null && policy.path().isBeyond(before, next) ? before : next;
    }

    private boolean isBeyond(String tier, @Nullable String current) {
        return current == null || policy.path().isBeyond(tier, current);
    }

    private Ticket ticketOf(HeardPost post) {
        return Objects.requireNonNull(tickets.get(post.ticketId()));
    }

    private void keep(TicketChange change) {
        tickets.put(change.ticket().id(), change.ticket());
        changes.add(change);
    }
}
