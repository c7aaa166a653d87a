package dev.heed.local.replay;

import dev.heed.local.Console;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.Product;
import dev.heed.local.api.Simulator;
import dev.heed.local.api.TicketView;
import dev.heed.local.report.Answers;
import dev.heed.local.report.Facts;
import dev.heed.local.report.Proof;
import dev.heed.local.report.Quiet;
import dev.heed.local.report.Report;
import dev.heed.local.report.Scope;
import dev.heed.local.report.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits until all has come to rest, then makes the closing report. */
final class CloseReplay {
    private static final Duration AFTER_THE_END = Duration.ofSeconds(60);
    private static final Duration AFTER_A_STOP = Duration.ofSeconds(10);

    private final Product product;
    private final Simulator simulator;
    private final Console console;

    CloseReplay(Product product, Simulator simulator, Console console) {
        this.product = product;
        this.simulator = simulator;
        this.console = console;
    }

    Report of(Recording recording, Playing.End end, Duration took) {
        Set<String> posts = Set.copyOf(end.progress().posts().values());
        Scope scope = new Scope(posts, recording.brands());
        Facts facts = new Quiet(
                        () -> Facts.gather(product, simulator),
                        scope,
                        end.complete() ? AFTER_THE_END : AFTER_A_STOP,
                        console)
                .await();
        Answers answers = end.tally().answers();
        return new Report(
                posts.size(),
                recording.rejected(),
                end.progress().unaddressed(),
                unplayed(end),
                (int) facts.tickets().stream()
                        .filter(ticket -> holdsOneOf(ticket, posts))
                        .count(),
                facts.responses().size(),
                answers,
                Timing.of(toTicket(facts, posts)),
                Timing.of(answers.publishing()),
                took,
                end.complete(),
                Proof.of(facts, scope));
    }

    private static String unplayed(Playing.End end) {
        int left = end.progress().waiting() + end.progress().pending();
        return end.complete() && left == 0 ? "" : left + " rows wait for an answer or for their time";
    }

    private static boolean holdsOneOf(TicketView ticket, Set<String> posts) {
        return ticket.posts().stream().anyMatch(post -> posts.contains(post.id()));
    }

    /** Of posts that opened a ticket: from the post to the ticket. */
    private static List<Duration> toTicket(Facts facts, Set<String> posts) {
        Map<String, Instant> postedAt =
                facts.ledger().stream().collect(Collectors.toMap(LedgerPost::id, LedgerPost::createdAt));
        return facts.tickets().stream()
                .filter(ticket -> !ticket.posts().isEmpty()
                        && posts.contains(ticket.posts().getFirst().id()))
                .map(ticket -> Duration.between(
                        postedAt.getOrDefault(ticket.posts().getFirst().id(), ticket.openedAt()), ticket.openedAt()))
                .toList();
    }
}
