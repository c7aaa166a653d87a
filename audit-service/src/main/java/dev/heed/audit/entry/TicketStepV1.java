package dev.heed.audit.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the log reads of any event of a ticket, in any version.
 *
 * <p>Of the customer it keeps the id alone: names and texts must stay erasable, and an entry is not.
 */
@RegisterForReflection
record TicketStepV1(Ticket ticket, @Nullable What what, Instant at) {

    record Ticket(
            String id,
            long version,
            AccountV1 account,
            Customer customer,
            String conversationId,
            String status,
            @Nullable String owner,
            @Nullable String tier,
            Decision decision,
            @Nullable String latestPostId,
            List<String> postIds,
            Instant openedAt) {}

    /** By name: what else a decision may tell one day is not kept for good unasked. */
    record Decision(String kind, String rule, String why, String policyVersion, int priority) {

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", kind)
                    .put("rule", rule)
                    .put("why", why)
                    .put("policyVersion", policyVersion)
                    .put("priority", priority);
        }
    }

    record Customer(String id) {}

    record What(
            @Nullable String by,
            @Nullable String why,
            @Nullable String postId) {}

    static Unsealed read(Envelope event) {
        TicketStepV1 step = event.dataAs(TicketStepV1.class);
        What what = Objects.requireNonNullElse(step.what(), new What(null, null, null));
        Ticket ticket = step.ticket();
        return new Unsealed(
                Kind.TICKET,
                Unsealed.Source.of(event),
                ticket.account().id(),
                ticket.id(),
                null,
                what.postId() == null ? ticket.latestPostId() : what.postId(),
                what.by(),
                step.at(),
                body(event.type(), ticket, what.why()));
    }

    private static ObjectNode body(String type, Ticket ticket, @Nullable String why) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("step", type.split("\\.", 3)[1]);
        body.put("version", ticket.version());
        body.put("accountHandle", ticket.account().handle());
        body.put("customerId", ticket.customer().id());
        body.put("conversationId", ticket.conversationId());
        body.put("status", ticket.status());
        body.put("owner", ticket.owner());
        body.put("tier", ticket.tier());
        body.set("decision", ticket.decision().json());
        body.put("posts", ticket.postIds().size());
        body.put("openedAt", ticket.openedAt().toString());
        body.put("why", why);
        return body;
    }
}
