package dev.heed.reply.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of every event of a ticket, in any version: the snapshot that all of them carry. The second
 * tells public posts from direct messages, and which posts were withdrawn.
 */
@RegisterForReflection
record TicketEventV2(Ticket ticket) {

    record Ticket(
            String id,
            long version,
            Account account,
            Customer customer,
            String status,
            @Nullable String owner,
            @Nullable Decision decision,
            @Nullable String latestPostId,
            List<String> postIds,
            @Nullable List<String> withdrawnPostIds,
            @Nullable List<String> messageIds) {}

    record Account(String id, String handle) {}

    record Customer(String id, @Nullable String handle) {}

    record Decision(@Nullable String policyVersion) {}

    Conversation asConversation(@Nullable String traceparent) {
        Decision decision = ticket.decision();
        return new Conversation(
                ticket.id(),
                ticket.version(),
                ticket.account().id(),
                ticket.account().handle(),
                ticket.customer().handle(),
                ticket.status(),
                ticket.owner(),
                decision == null ? null : decision.policyVersion(),
                ticket.latestPostId(),
                ticket.postIds(),
                Objects.requireNonNullElse(ticket.withdrawnPostIds(), List.of()),
                Objects.requireNonNullElse(ticket.messageIds(), List.of()),
                traceparent);
    }
}
