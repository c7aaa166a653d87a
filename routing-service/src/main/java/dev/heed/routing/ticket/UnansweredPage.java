package dev.heed.routing.ticket;

import dev.heed.routing.post.Account;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the ledger of the unanswered. */
@Schema(description = "Who waits for an answer, with whom, and why. No items: nobody waits.")
record UnansweredPage(
        List<Unanswered> items,

        @Schema(description = "Give it back as cursor for the next page; absent on the last") @Nullable
        String next) {

    record Unanswered(
            String ticketId,
            Account account,
            CustomerView customer,
            String latestPostId,

            @Schema(enumeration = {"waiting", "assigned", "claimed"})
            String status,

            @Schema(description = "Who has it; absent: nobody yet") @Nullable
            String owner,

            @Nullable String tier,

            @Schema(description = "Since when the customer waits")
            Instant since,

            @Schema(description = "By when we promised to answer")
            Instant dueAt,

            @Schema(description = "The promise is broken already")
            boolean breached,

            @Schema(description = "The rule that asks for an answer")
            String rule,

            @Schema(description = "Why an answer is wanted") String why,
            int priority) {

        static Unanswered of(TicketView ticket) {
            TicketView.ClockView waiting = ticket.clocks().stream()
                    .filter(clock -> clock.stoppedAt() == null && !clock.kind().equals("acknowledge"))
                    .findFirst()
                    .orElseThrow();
            return new Unanswered(
                    ticket.id(),
                    ticket.account(),
                    ticket.customer(),
                    ticket.posts().getLast().id(),
                    ticket.status(),
                    ticket.owner(),
                    ticket.tier(),
                    waiting.startedAt(),
                    waiting.dueAt(),
                    waiting.breached(),
                    ticket.decision().rule(),
                    ticket.decision().why(),
                    ticket.decision().priority());
        }
    }

    static UnansweredPage of(TicketPage tickets) {
        return new UnansweredPage(tickets.items().stream().map(Unanswered::of).toList(), tickets.next());
    }
}
