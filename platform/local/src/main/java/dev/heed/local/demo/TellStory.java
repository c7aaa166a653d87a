package dev.heed.local.demo;

import dev.heed.local.Console;
import dev.heed.local.Installation;
import dev.heed.local.api.DraftView;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.MentionView;
import dev.heed.local.api.Product;
import dev.heed.local.api.Simulator;
import dev.heed.local.api.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows one mention's way in the terminal, with the time that passed since the post. */
final class TellStory {
    private static final String INDENT = " ".repeat(21);

    private final Product product;
    private final Simulator simulator;
    private final Console console;

    TellStory(Installation installation, Console console) {
        this.product = new Product(installation);
        this.simulator = new Simulator(installation);
        this.console = console;
    }

    /** Of the hero's latest conversation; says so if it did not come to an answer. */
    void ofTheHero() {
        List<LedgerPost> ledger = simulator.ledger("");
        Optional<LedgerPost> post = ledger.stream()
                .filter(candidate -> candidate.author().startsWith(Sample.HERO) && candidate.inReplyTo() == null)
                .max(Comparator.comparing(LedgerPost::createdAt));
        console.line("");
        console.heading("The way of one mention");
        if (post.isEmpty() || !tell(post.get(), ledger)) {
            console.trouble("@" + Sample.HERO + "'s mention has not come to an answer; the report says more.");
        }
    }

    private boolean tell(LedgerPost post, List<LedgerPost> ledger) {
        Optional<MentionView> mention = product.mention(post.id(), Sample.BRAND);
        Optional<TicketView> found = product.ticketOf(post.id());
        if (mention.isEmpty() || found.isEmpty()) {
            return false;
        }
        TicketView ticket = product.ticket(found.get().id());
        List<DraftView> drafts = product.drafts(ticket.id());
        if (drafts.stream().noneMatch(draft -> draft.state().equals("published"))) {
            return false;
        }
        Story.of(post, mention.get(), ticket, drafts, product.entriesOf(ticket.id()), ledger)
                .forEach(step -> show(step, post.createdAt()));
        console.line(
                "  The trace " + ticket.traceId() + " runs through all of it: ./heed logs shows it in each service.");
        return true;
    }

    private void show(Step step, Instant start) {
        String after = String.format(
                Locale.ROOT, "%+7.2f s", Duration.between(start, step.at()).toMillis() / 1000.0);
        String who = String.format(Locale.ROOT, "%-9s", step.who());
        console.line("  " + console.paint("2", after) + " " + console.paint("36", who) + " "
                + step.lines().getFirst());
        step.lines().stream().skip(1).forEach(line -> console.line(" " + INDENT + line));
    }
}
