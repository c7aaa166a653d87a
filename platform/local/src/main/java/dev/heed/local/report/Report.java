package dev.heed.local.report;

import dev.heed.local.Console;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay did, and the proof of it.
 *
 * @param played rows that became posts
 * @param rejected malformed rows, each with its line and reason
 * @param unaddressed rows that were rightly not played: no brand of the recording takes part in their thread
 * @param unplayed in words, why rows are missing; empty when all that could be played was
 * @param complete whether the replay came to its end, not to Ctrl-C
 */
public record Report(
        int played,
        List<String> rejected,
        int unaddressed,
        String unplayed,
        int tickets,
        int entries,
        Answers answers,
        Timing toTicket,
        Timing toPost,
        Duration took,
        boolean complete,
        List<Check> checks) {
    private static final int SHOWN = 10;

    public Report {
        rejected = List.copyOf(rejected);
        checks = List.copyOf(checks);
    }

    /** Every claim holds, everything was played, and nothing is left open. */
    public boolean clean() {
        return complete
                && unplayed.isEmpty()
                && answers.unsettled().isEmpty()
                && checks.stream().allMatch(Check::holds);
    }

    /** Shows it to a person. */
    public void print(Console console) {
        console.line("");
        console.heading(complete ? "Report" : "Partial report: stopped before the end");
        counts(console);
        console.line("");
        console.heading("Proof, from X's own ledger");
        for (Check check : checks) {
            verdict(console, check);
        }
        if (!unplayed.isEmpty()) {
            console.line("  " + console.paint("31", "✗") + " not everything was played: " + unplayed);
        }
        answers.unsettled().forEach(open -> console.line("  " + console.paint("31", "✗") + " unsettled: " + open));
    }

    private void counts(Console console) {
        line(console, "posts played", played + " in " + Timing.seconds(took));
        if (unaddressed > 0) {
            line(console, "not played", unaddressed + " in threads that no brand of the recording takes part in");
        }
        line(console, "tickets", Integer.toString(tickets));
        line(console, "answers published", Integer.toString(answers.published()));
        each(console, "blocked by guard", answers.blocked());
        each(console, "refused", answers.refused());
        each(console, "left out", answers.leftOut());
        line(console, "entries of responses", Integer.toString(entries));
        line(console, "from post to ticket", toTicket.words());
        line(console, "from publish to post", toPost.words());
        if (!rejected.isEmpty()) {
            line(console, "malformed rows", Integer.toString(rejected.size()));
            rejected.stream().limit(SHOWN).forEach(row -> line(console, "", row));
        }
    }

    private static void verdict(Console console, Check check) {
        String mark = check.holds() ? console.paint("32", "✓") : console.paint("31", "✗");
        console.line("  " + mark + " " + check.claim() + " (" + check.judged() + " looked at)");
        check.offenders().stream().limit(SHOWN).forEach(offender -> console.line("      " + offender));
        if (check.offenders().size() > SHOWN) {
            console.line("      and " + (check.offenders().size() - SHOWN) + " more");
        }
    }

    private static void each(Console console, String what, Map<String, Integer> counts) {
        new TreeMap<>(counts).forEach((reason, count) -> line(console, what, count + "  " + reason));
    }

    private static void line(Console console, String name, String value) {
        console.line("  " + name + " ".repeat(Math.max(1, 24 - name.length())) + value);
    }
}
