package dev.heed.routing.ticket.life;

import dev.heed.routing.assignment.Assignment;
import dev.heed.routing.clock.Clocks;
import dev.heed.routing.policy.Decision;
import dev.heed.routing.policy.DecisionKind;
import dev.heed.routing.policy.Turnaround;
import dev.heed.routing.post.Account;
import dev.heed.routing.post.Customer;
import dev.heed.routing.post.WithdrawnPost;
import dev.heed.routing.ticket.life.TicketState.Claimed;
import dev.heed.routing.ticket.life.TicketState.Ended;
import dev.heed.routing.ticket.life.TicketState.LetStand;
import dev.heed.routing.ticket.life.TicketState.Monitored;
import dev.heed.routing.ticket.life.TicketState.Open;
import dev.heed.routing.ticket.life.TicketState.Owned;
import dev.heed.routing.ticket.life.TicketState.Resolved;
import dev.heed.routing.ticket.life.TicketState.Waiting;
import dev.heed.routing.ticket.life.TicketState.Withdrawn;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One customer's issue with one account in one conversation.
 *
 * <p>Immutable. Whatever happens to it gives a {@link TicketChange} with the next version, or a {@link Refusal}.
 *
 * @param decision what the policy said of the post that weighs most
 * @param posts what the customer wrote; never empty
 * @param traceparent the trace of the post that opened it, or opened it again: what people do goes on with it
 */
public record Ticket(
        TicketId id,
        long version,
        Account account,
        Customer customer,
        String conversationId,
        TicketState state,
        Decision decision,
        TicketPosts posts,
        Clocks clocks,
        Instant openedAt,
        String traceparent) {

    // --- What posts do.

    /** A first post opens a ticket: waiting for an owner if it is to be answered, else at its end. */
    public static TicketChange open(HeardPost post, Decision decision, Turnaround turnaround, Instant now) {
        TicketState state = switch (decision.kind()) {
            case RESPOND, LISTEN -> new Waiting(decision.tier());
            case MONITOR -> new Monitored(decision.tier());
            case LET_STAND -> new LetStand();
        };
        Clocks clocks = state instanceof Open ? Clocks.NONE.heard(post.createdAt(), turnaround) : Clocks.NONE;
        var ticket = new Ticket(
                post.ticketId(),
                1,
                post.account(),
                post.author(),
                post.conversationId(),
                state,
                decision,
                TicketPosts.of(post),
                clocks,
                now,
                post.traceparent());
        return ticket.because(Happening.OPENED, decision.why(), post, now);
    }

    /** A further post joins. Whether it opens the ticket again, or moves it to another tier, is a step of its own. */
    public TicketChange join(HeardPost post, Decision next, Turnaround turnaround, Instant now) {
        boolean watch = next.kind() == DecisionKind.MONITOR;
        boolean heavier = state instanceof Open ? next.outweighs(decision) : next.kind() != DecisionKind.LET_STAND;
        Ticket after = new Ticket(
                id,
                version + 1,
                account,
                post.author(),
                conversationId,
                state instanceof Ended ended && watch ? ended.monitor(next.tier()) : state,
                heavier ? next : decision,
                posts.with(post),
                state instanceof Open ? clocks.heardAgain(post.createdAt(), turnaround) : clocks,
                openedAt,
                traceparent);
        return after.because(post.isPrivate() ? Happening.MESSAGED : Happening.MENTIONED, next.why(), post, now);
    }

    /** A further post asks for an answer on a ticket that had ended: it waits for an owner again. */
    public TicketChange reopen(Ended ended, String tier, HeardPost post, Turnaround turnaround, Instant now) {
        Ticket after = with(ended.reopen(tier), clocks.heard(post.createdAt(), turnaround));
        return after.tracing(post.traceparent()).because(Happening.REOPENED, decision.why(), post, now);
    }

    /** A further post belongs to a later tier: it goes there, whoever has it now. */
    public TicketChange escalate(Open open, String tier, Optional<Assignment> given, HeardPost post, Instant now) {
        Waiting waiting = open.escalate(tier);
        String why = "escalated to " + tier + ": " + decision.why();
        return given.map(assignment ->
                        with(waiting.assign(assignment.owner()), clocks).because(Happening.ASSIGNED, why, post, now))
                .orElseGet(() -> with(waiting, clocks).because(Happening.RELEASED, why, post, now));
    }

    /** It gets an owner. */
    public TicketChange assign(Waiting waiting, Assignment assignment, HeardPost post, Instant now) {
        return with(waiting.assign(assignment.owner()), clocks)
                .because(Happening.ASSIGNED, assignment.owner() + " " + assignment.why(), post, now);
    }

    // --- What becomes of posts on X.

    /** The author changed a post of this ticket. */
    public TicketChange edited(String postId, Instant now) {
        return new TicketChange(
                with(state, clocks), Happening.EDITED, null, "edited by its author", postId, now, traceparent);
    }

    /** What the customer said in private on this ticket, which is over, was kept long enough and is erased. */
    public TicketChange messagesForgotten(Instant now) {
        return new TicketChange(
                with(state, clocks), Happening.MESSAGES_ERASED, null, "kept long enough", null, now, traceparent);
    }

    /**
     * Whether this decision on a post that its author changed is to be followed: it asks for more, and nobody has answered or
     * ended the ticket. An edit never makes a ticket lighter.
     */
    public boolean isRaisedBy(Decision next) {
        return switch (state) {
            case Open _ -> clocks.response().isPresent() && next.outweighs(decision);
            case LetStand _ -> next.kind() == DecisionKind.RESPOND || next.kind() == DecisionKind.MONITOR;
            case Monitored _ -> next.kind() == DecisionKind.RESPOND;
            case Resolved _, Withdrawn _ -> false;
        };
    }

    /** Decided again, for a post that its author changed. Whether it moves or opens again is a step of its own. */
    public TicketChange decideAgain(HeardPost post, Decision next, Instant now) {
        Ticket after = new Ticket(
                id,
                version + 1,
                account,
                customer,
                conversationId,
                state instanceof Ended ended && next.kind() == DecisionKind.MONITOR
                        ? ended.monitor(next.tier())
                        : state,
                next,
                posts,
                clocks,
                openedAt,
                traceparent);
        return after.because(Happening.EDITED, "edited: decided again: " + next.why(), post, now);
    }

    /**
     * Posts of this ticket are gone from X, or what they answer is. If nothing is left that was to be answered, its clocks
     * stop at that time, for nobody is late with an answer to nothing; and the ticket ends, unless we have spoken on it: then
     * its owner resolves it.
     *
     * @param ids the posts; none if only what they answer is gone
     * @param answered whether we have said anything on this ticket
     */
    public TicketChange withdrawn(Collection<String> ids, WithdrawnPost withdrawal, boolean answered, Instant now) {
        TicketPosts after = posts.withdrawn(ids);
        boolean nothing = after.nothingStands();
        boolean over = state instanceof Open && nothing && !answered;
        Ticket ticket = new Ticket(
                id,
                version + 1,
                account,
                customer,
                conversationId,
                over && state instanceof Open open ? open.withdraw() : state,
                decision,
                after,
                nothing ? clocks.ended(withdrawal.at()) : clocks,
                openedAt,
                traceparent);
        String what = ids.isEmpty() ? "what a post answers is gone: " : "";
        String end = over ? "; nothing is left to be answered" : "";
        return new TicketChange(
                ticket,
                Happening.WITHDRAWN,
                null,
                what + withdrawal.words() + end,
                ids.isEmpty() ? withdrawal.id() : ids.iterator().next(),
                now,
                traceparent);
    }

    // --- What people do.

    /** Somebody takes it up. Nothing happens if they have it already. */
    public Outcome claim(Person by, Instant now) {
        return switch (state) {
            case Resolved resolved -> new Outcome.Refused(new Refusal.AlreadyResolved(resolved.ownerName()));
            case Withdrawn withdrawn -> new Outcome.Refused(new Refusal.NothingLeft());
            case Claimed claimed when claimed.ownerName().equals(by.name()) -> new Outcome.Unchanged(this);
            case Owned owned when owned.ownerName().equals(by.name()) -> claimed(owned.claim(by.name()), by, null, now);
            case Owned owned
            when by.lead() -> claimed(owned.claim(by.name()), by, "taken over from " + owned.ownerName(), now);
            case Owned owned -> new Outcome.Refused(new Refusal.OwnedByAnother(owned.ownerName()));
            case Waiting waiting -> claimed(waiting.claim(by.name()), by, null, now);
            case Monitored monitored -> claimed(monitored.claim(by.name()), by, overruling(), now);
            case LetStand letStand -> claimed(letStand.claim(by.name()), by, overruling(), now);
        };
    }

    /** Its owner, or a lead, gives it back: it waits for anybody. */
    public Outcome release(Person by, Instant now) {
        return asOwner(by, owned -> done(with(owned.release(), clocks), Happening.RELEASED, by, null, now));
    }

    /** Its owner, or a lead, ends it; with a note that says why, if the customer still waits for an answer. */
    public Outcome resolve(Person by, @Nullable String note, Instant now) {
        boolean unexplained = note == null || note.isBlank();
        return asOwner(
                by,
                owned -> unexplained && clocks.response().isPresent()
                        ? new Outcome.Refused(new Refusal.NoteNeeded())
                        : done(
                                with(owned.resolve(), clocks.ended(now)),
                                Happening.RESOLVED,
                                by,
                                unexplained ? null : note,
                                now));
    }

    // --- What became of replies.

    /** An answer stands on X. It is one, whoever has the ticket by now. */
    public TicketChange answered(PublishedReply reply, Instant now) {
        return new TicketChange(
                with(state, clocks.answered(reply.publishedAt())),
                Happening.ANSWERED,
                reply.author(),
                null,
                reply.postId(),
                now,
                traceparent);
    }

    /** X refused an answer: the customer still waits. */
    public TicketChange replyRefused(String reason, @Nullable String inReplyTo, Instant now) {
        return new TicketChange(
                with(state, clocks), Happening.REPLY_REFUSED, null, reason, inReplyTo, now, traceparent);
    }

    private Outcome asOwner(Person by, Function<Owned, Outcome> act) {
        return switch (state) {
            case Owned owned when owned.ownerName().equals(by.name()) || by.lead() -> act.apply(owned);
            case Owned owned -> new Outcome.Refused(new Refusal.OwnedByAnother(owned.ownerName()));
            case Resolved resolved -> new Outcome.Refused(new Refusal.AlreadyResolved(resolved.ownerName()));
            case Withdrawn withdrawn -> new Outcome.Refused(new Refusal.NothingLeft());
            case Waiting w -> new Outcome.Refused(new Refusal.NotOwned(w.status()));
            case Monitored m -> new Outcome.Refused(new Refusal.NotOwned(m.status()));
            case LetStand l -> new Outcome.Refused(new Refusal.NotOwned(l.status()));
        };
    }

    private String overruling() {
        return "overrules the decision of rule " + decision.rule();
    }

    private Outcome claimed(Claimed claimed, Person by, @Nullable String why, Instant now) {
        return done(with(claimed, clocks.acknowledged(now)), Happening.CLAIMED, by, why, now);
    }

    private static Outcome done(Ticket after, Happening what, Person by, @Nullable String why, Instant now) {
        return new Outcome.Done(new TicketChange(after, what, by.name(), why, null, now, after.traceparent));
    }

    private TicketChange because(Happening what, String why, HeardPost post, Instant now) {
        return new TicketChange(this, what, null, why, post.id(), now, post.traceparent());
    }

    private Ticket with(TicketState next, Clocks after) {
        return new Ticket(
                id,
                version + 1,
                account,
                customer,
                conversationId,
                next,
                decision,
                posts,
                after,
                openedAt,
                traceparent);
    }

    private Ticket tracing(String trace) {
        return new Ticket(
                id, version, account, customer, conversationId, state, decision, posts, clocks, openedAt, trace);
    }
}
