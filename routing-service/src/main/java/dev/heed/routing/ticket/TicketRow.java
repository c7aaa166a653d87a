package dev.heed.routing.ticket;

import dev.heed.routing.clock.Clocks;
import dev.heed.routing.policy.Decision;
import dev.heed.routing.policy.DecisionKind;
import dev.heed.routing.post.Account;
import dev.heed.routing.post.Customer;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import dev.heed.routing.ticket.life.TicketPosts;
import dev.heed.routing.ticket.life.TicketState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code ticket}.
 *
 * <p>The version is set by hand and only under the row's lock: one change, one version, on the way of Hibernate as on the way
 * of plain SQL.
 */
@Entity(name = "TicketRow")
@Table(name = "ticket")
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // filled by Hibernate and Jackson, or by of()
class TicketRow {
    @Id
    UUID id;

    long version;
    String accountId;
    String accountHandle;
    String customerId;
    String customerHandle;
    String customerName;
    String conversationId;
    String status;

    @Nullable
    String owner;

    @Nullable
    String tier;

    String decisionKind;
    String decisionRule;
    String decisionWhy;
    int decisionPriority;

    @Nullable
    String decisionTier;

    String policyVersion;
    String traceparent;
    Instant openedAt;
    Instant updatedAt;

    static TicketRow of(TicketChange change) {
        var row = new TicketRow();
        row.id = change.ticket().id().value();
        row.fill(change);
        return row;
    }

    /** Takes over how the ticket stands after a change. */
    void fill(TicketChange change) {
        Ticket ticket = change.ticket();
        version = ticket.version();
        accountId = ticket.account().id();
        accountHandle = ticket.account().handle();
        customerId = ticket.customer().id();
        customerHandle = ticket.customer().handle();
        customerName = ticket.customer().name();
        conversationId = ticket.conversationId();
        status = ticket.state().status();
        owner = ticket.state().owner().orElse(null);
        tier = ticket.state().tier();
        decisionKind = ticket.decision().kind().name().toLowerCase(Locale.ROOT);
        decisionRule = ticket.decision().rule();
        decisionWhy = ticket.decision().why();
        decisionPriority = ticket.decision().priority();
        decisionTier = ticket.decision().tier();
        policyVersion = ticket.decision().policyVersion();
        traceparent = ticket.traceparent();
        openedAt = ticket.openedAt();
        updatedAt = change.at();
    }

    Decision decision() {
        return new Decision(
                DecisionKind.valueOf(decisionKind.toUpperCase(Locale.ROOT)),
                decisionRule,
                decisionWhy,
                decisionPriority,
                decisionTier,
                policyVersion,
                List.of());
    }

    Ticket toTicket(TicketPosts posts, Clocks clocks) {
        return new Ticket(
                new TicketId(id),
                version,
                new Account(accountId, accountHandle),
                new Customer(customerId, customerHandle, customerName),
                conversationId,
                TicketState.of(status, owner, tier),
                decision(),
                posts,
                clocks,
                openedAt,
                traceparent);
    }
}
