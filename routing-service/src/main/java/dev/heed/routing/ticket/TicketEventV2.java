package dev.heed.routing.ticket;

import dev.heed.messaging.Event;
import dev.heed.messaging.Trace;
import dev.heed.routing.policy.DecisionKind;
import dev.heed.routing.post.Account;
import dev.heed.routing.post.Customer;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of every event of a ticket: the whole ticket after what happened. Readers keep the highest version.
 *
 * @param at when it happened
 */
@RegisterForReflection
record TicketEventV2(Snapshot ticket, What what, Instant at) {

    /** The ticket as others know it. */
    record Snapshot(
            String id,
            long version,
            Account account,
            Customer customer,
            String conversationId,
            String status,
            @Nullable String owner,
            @Nullable String tier,
            DecisionV1 decision,
            @Nullable String latestPostId,
            List<String> postIds,
            @Nullable List<String> withdrawnPostIds,
            @Nullable List<String> messageIds,
            Instant openedAt) {}

    /** The decision as others know it. */
    record DecisionV1(DecisionKind kind, String rule, String why, String policyVersion, int priority) {}

    /** What happened. */
    record What(
            @Nullable String by,
            @Nullable String why,
            @Nullable String postId) {}

    /** The event that tells of a change, if others are to be told. */
    static Optional<Event> of(TicketChange change) {
        Ticket ticket = change.ticket();
        return change.what()
                .event()
                .map(type -> new Event(
                        type,
                        ticket.id().toString(),
                        ticket.account().id(),
                        new TicketEventV2(
                                snapshot(ticket), new What(change.by(), change.why(), change.postId()), change.at()),
                        Trace.continueFrom(change.traceparent())));
    }

    private static Snapshot snapshot(Ticket ticket) {
        var decision = ticket.decision();
        return new Snapshot(
                ticket.id().toString(),
                ticket.version(),
                ticket.account(),
                ticket.customer(),
                ticket.conversationId(),
                ticket.state().status(),
                ticket.state().owner().orElse(null),
                ticket.state().tier(),
                new DecisionV1(
                        decision.kind(),
                        decision.rule(),
                        decision.why(),
                        decision.policyVersion(),
                        decision.priority()),
                ticket.posts().latestStanding().orElse(null),
                ticket.posts().publicIds(),
                some(ticket.posts().withdrawnIds()),
                some(ticket.posts().messageIds()),
                ticket.openedAt());
    }

    private static @Nullable List<String> some(List<String> ids) {
        return ids.isEmpty() ? null : ids;
    }
}
