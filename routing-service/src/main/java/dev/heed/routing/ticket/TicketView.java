package dev.heed.routing.ticket;

import dev.heed.messaging.Trace;
import dev.heed.routing.policy.DecisionKind;
import dev.heed.routing.post.Account;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A ticket with all that is on it. */
@Schema(description = "A ticket with all that is on it. Times are RFC 3339 in UTC; ids of posts and accounts are X's.")
record TicketView(
        String id,

        @Schema(description = "Rises with every change; also the ETag, for If-Match")
        long version,

        Account account,
        CustomerView customer,
        String conversationId,

        @Schema(
                description = "waiting: nobody to own it; assigned: given to its owner; claimed: taken up by its owner;"
                        + " resolved; monitored: not answered, the tier was told; let_stand: not answered;"
                        + " withdrawn: its author took back all that was to be answered",
                enumeration = {"waiting", "assigned", "claimed", "resolved", "monitored", "let_stand", "withdrawn"})
        String status,

        DecisionView decision,

        @Schema(description = "User name of who owns it, or resolved it; absent when nobody does") @Nullable
        String owner,

        @Schema(description = "Tier of the escalation path") @Nullable
        String tier,

        @Schema(description = "The customer's posts, oldest first")
        List<PostView> posts,

        @Schema(description = "Our public answers, oldest first")
        List<ReplyView> replies,

        List<ClockView> clocks,

        @Schema(description = "One line for each version, oldest first")
        List<HistoryView> history,

        Instant openedAt,
        Instant updatedAt,

        @Schema(description = "The 32 hex digits under which the mention's whole way is traced")
        String traceId) {

    @Schema(description = "What the care policy said of the post that weighs most")
    record DecisionView(
            DecisionKind kind,

            @Schema(description = "Name of the deciding rule in the policy")
            String rule,

            @Schema(description = "Its reason; what it found in a post stands with that post")
            String why,

            String policyVersion,
            @Schema(description = "0 to 100; 100 is next") int priority) {}

    record ReplyView(
            String replyId,

            @Schema(description = "The answer's own id on X")
            String postId,

            @Schema(description = "The customer's post that it answers")
            String inReplyTo,

            String text,
            String author,
            Instant publishedAt) {}

    record ClockView(
            @Schema(enumeration = {"acknowledge", "first_response", "next_response"})
            String kind,

            @Schema(description = "When the customer posted")
            Instant startedAt,

            Instant dueAt,

            @Schema(description = "When it was met; absent while it runs") @Nullable
            Instant stoppedAt,

            @Schema(description = "Met too late, or due and not met")
            boolean breached) {}

    record HistoryView(
            Instant at,

            @Schema(
                    description =
                            "opened, mentioned, messaged, edited, withdrawn, assigned, claimed, released, answered,"
                                    + " resolved, reopened or reply refused")
            String what,

            @Schema(description = "A user name, policy, customer, X or reply service")
            String who,

            @Nullable String why) {}

    static TicketView of(
            TicketRow ticket,
            List<PostRow> posts,
            List<ReplyRow> replies,
            List<ClockRow> clocks,
            List<HistoryRow> history,
            Instant now) {
        var decision = ticket.decision();
        return new TicketView(
                ticket.id.toString(),
                ticket.version,
                new Account(ticket.accountId, ticket.accountHandle),
                CustomerView.of(ticket, posts),
                ticket.conversationId,
                ticket.status,
                new DecisionView(
                        decision.kind(),
                        decision.rule(),
                        decision.why(),
                        decision.policyVersion(),
                        decision.priority()),
                ticket.owner,
                ticket.tier,
                posts.stream().map(PostView::of).toList(),
                replies.stream().map(TicketView::reply).toList(),
                ClockRow.toClocks(clocks).all().stream()
                        .map(clock -> new ClockView(
                                clock.kind().word(),
                                clock.startedAt(),
                                clock.dueAt(),
                                clock.stoppedAt(),
                                clock.isBreached(now)))
                        .toList(),
                history.stream()
                        .map(line -> new HistoryView(line.at, line.what, line.who, line.why))
                        .toList(),
                ticket.openedAt,
                ticket.updatedAt,
                Trace.traceId(ticket.traceparent));
    }

    private static ReplyView reply(ReplyRow row) {
        return new ReplyView(row.id, row.postId, row.inReplyTo, row.text, row.author, row.publishedAt);
    }
}
