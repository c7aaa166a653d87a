package dev.heed.local.report;

import dev.heed.local.api.EntryView;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.Product;
import dev.heed.local.api.Simulator;
import dev.heed.local.api.TicketView;
import java.util.List;

/**
 * What the simulator, routing and audit say at one moment, all pages of it.
 *
 * @param responses all entries that record a public answer
 */
public record Facts(List<LedgerPost> ledger, List<TicketView> tickets, List<EntryView> responses) {

    public Facts {
        ledger = List.copyOf(ledger);
        tickets = List.copyOf(tickets);
        responses = List.copyOf(responses);
    }

    /** Reads all three, the ledger first: whatever is in it must show up in the others sooner or later. */
    public static Facts gather(Product product, Simulator simulator) {
        return new Facts(simulator.ledger(""), product.tickets(), product.entries("response"));
    }

    /** Changes whenever one of them grows. */
    String size() {
        int posts = tickets.stream().mapToInt(ticket -> ticket.posts().size()).sum();
        return ledger.size() + "/" + tickets.size() + "/" + posts + "/" + responses.size();
    }
}
