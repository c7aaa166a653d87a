package dev.heed.reply.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of every {@code ticket.*.v1} event: the snapshot that all of them carry. */
@RegisterForReflection
record TicketEventV1(Ticket ticket) {

    record Ticket(
            String id,
            long version,
            Account account,
            Customer customer,
            String status,
            @Nullable String owner,
            @Nullable Decision decision,
            String latestPostId,
            List<String> postIds) {}

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
                traceparent);
    }
}
