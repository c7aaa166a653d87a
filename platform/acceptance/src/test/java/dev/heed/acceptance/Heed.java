package dev.heed.acceptance;

import static org.awaitility.Awaitility.await;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.api.Answer;
import dev.heed.local.api.DraftView;
import dev.heed.local.api.NewDraft;
import dev.heed.local.api.Product;
import dev.heed.local.api.Simulator;
import dev.heed.local.api.TicketView;
import dev.heed.local.replay.OpenAccounts;
import dev.heed.local.replay.Replay;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The running installation, and the acts that most tests begin with. */
record Heed(Installation installation, Product product, Simulator simulator) {
    static final Duration SOON = Duration.ofSeconds(90);

    static Heed over(Installation installation) {
        return new Heed(installation, new Product(installation), new Simulator(installation));
    }

    /** An account on X that Heed listens to and may post for. */
    void runs(String handle) {
        new OpenAccounts(product, simulator, Console.silent()).of(List.of(handle));
    }

    Replay replay() {
        return new Replay(installation, Console.standard());
    }

    /** A customer posts; the answer is the post's id. */
    String customerPosts(String customer, String text) {
        simulator.user(customer);
        return simulator.customerPosts("{\"as\":\"%s\",\"text\":\"%s\"}".formatted(customer, text));
    }

    /** The ticket that the post becomes. */
    TicketView ticketOf(String postId) {
        return await("ticket of post " + postId)
                .atMost(SOON)
                .until(() -> product.ticketOf(postId), Optional::isPresent)
                .orElseThrow();
    }

    /** A ticket that this agent owns and has claimed; a lead takes it over if it was given to somebody else. */
    TicketView claimedBy(String user, String postId) {
        TicketView ticket = ticketOf(postId);
        Answer claimed = product.claim(ticket.id(), user);
        if (claimed.problem().equals("ticket-owned-by-another")) {
            expect(product.call("lead", "POST", "/api/routing/tickets/" + ticket.id() + "/claim", ""));
            expect(product.call("lead", "POST", "/api/routing/tickets/" + ticket.id() + "/release", ""));
            await("claim by " + user).atMost(SOON).until(() -> claimIfFree(ticket.id(), user));
        }
        return product.ticket(ticket.id());
    }

    /** A draft of the ticket's owner, written once the reply service knows whose the ticket is. */
    DraftView draft(TicketView ticket, String postId, String text, String by) {
        NewDraft draft = new NewDraft(ticket.id(), ticket.version(), postId, text);
        String key = UUID.randomUUID().toString();
        Answer written = await("draft on " + ticket.id())
                .atMost(SOON)
                .until(() -> product.draft(draft, by, key), Answer::succeeded);
        return product.draft(written.body().path("id").asText(), by);
    }

    DraftView published(String draftId, String by) {
        return await("publication of " + draftId)
                .atMost(Duration.ofMinutes(3))
                .until(() -> product.draft(draftId, by), draft -> draft.state().equals("published"));
    }

    /** An address behind the gateway. */
    URI at(String path) {
        return installation.url("gateway").resolve(path);
    }

    private boolean claimIfFree(String ticketId, String user) {
        Answer again = product.claim(ticketId, user);
        if (again.problem().equals("ticket-owned-by-another")) {
            product.call("lead", "POST", "/api/routing/tickets/" + ticketId + "/release", "");
        }
        return again.succeeded();
    }

    private static void expect(Answer answer) {
        if (!answer.succeeded()) {
            throw new AssertionError(answer.status() + " " + answer.detail());
        }
    }
}
