package dev.heed.local.demo;

import dev.heed.local.api.DraftView;
import dev.heed.local.api.EntryView;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.MentionView;
import dev.heed.local.api.TicketView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The way of one mention, put together from what each part says of it.
 *
 * <p>Only up to the first answer: what came later on the same ticket is left out.
 */
final class Story {
    private final LedgerPost post;
    private final TicketView ticket;
    private final List<Step> steps = new ArrayList<>();

    private Story(LedgerPost post, TicketView ticket) {
        this.post = post;
        this.ticket = ticket;
    }

    static List<Step> of(
            LedgerPost post,
            MentionView mention,
            TicketView ticket,
            List<DraftView> drafts,
            List<EntryView> entries,
            List<LedgerPost> ledger) {
        Story story = new Story(post, ticket);
        story.heard(mention);
        story.decided();
        story.drafted(drafts);
        story.recordedAndPosted(drafts, entries, ledger);
        story.clocksStopped();
        return story.steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    private void heard(MentionView mention) {
        steps.add(Step.of(post.createdAt(), "X", "@" + post.author() + " posts: " + quoted(post.text())));
        steps.add(
                Step.of(mention.heardAt(), "ingestion", "heard by " + mention.via() + ", trace " + mention.traceId()));
    }

    private void decided() {
        for (TicketView.Step step : ticket.history()) {
            String by = step.who() == null ? "" : " by " + step.who();
            switch (step.what()) {
                case "opened" ->
                    steps.add(Step.of(
                            step.at(),
                            "routing",
                            "ticket " + ticket.id() + " opened",
                            "decision: " + ticket.decision().kind() + ", by the rule "
                                    + ticket.decision().rule(),
                            "why: " + ticket.decision().why()));
                case "assigned" -> steps.add(Step.of(step.at(), "routing", "owner: " + ticket.owner()));
                case "claimed" -> steps.add(Step.of(step.at(), "agent", "claimed" + by));
                default -> {
                    // Told by others: what was answered shows in reply and audit.
                }
            }
        }
    }

    private void drafted(List<DraftView> drafts) {
        for (DraftView draft : drafts) {
            if (isFirstAnswer(draft, drafts)) {
                List<String> lines = new ArrayList<>();
                lines.add("draft by " + draft.author() + ": " + quoted(draft.text()));
                lines.add(draft.checks().stream()
                        .map(check -> check.guard() + " " + check.verdict())
                        .collect(Collectors.joining(", ", "guards: ", "")));
                draft.checks().stream()
                        .filter(DraftView.Check::blocks)
                        .forEach(check -> lines.add("held back: " + check.reason()));
                steps.add(new Step(draft.createdAt(), "reply", lines));
            }
        }
    }

    private void recordedAndPosted(List<DraftView> drafts, List<EntryView> entries, List<LedgerPost> ledger) {
        DraftView answer = answer(drafts);
        for (EntryView entry : entries) {
            if (answer.id().equals(entry.replyId())) {
                String what =
                        entry.kind().equals("intent") ? "intent sealed before the post" : "response sealed for good";
                steps.add(Step.of(
                        entry.sealedAt(), "audit", what + ": entry " + entry.index(), "leaf hash " + entry.leafHash()));
            }
        }
        ledger.stream()
                .filter(posted -> posted.id().equals(answer.postId()))
                .forEach(posted -> steps.add(Step.of(
                        posted.createdAt(),
                        "X",
                        "the answer is posted by @" + posted.author() + " as " + posted.id())));
    }

    private void clocksStopped() {
        ticket.clocks().stream()
                .filter(clock -> clock.stoppedAt() != null && clock.startedAt().equals(firstClockStart()))
                .forEach(clock -> steps.add(Step.of(
                        Objects.requireNonNull(clock.stoppedAt()),
                        "routing",
                        "clock " + clock.kind().replace('_', ' ') + " stopped, "
                                + (clock.breached() ? "too late" : "in time") + " (due " + clock.dueAt() + ")")));
    }

    private Instant firstClockStart() {
        return ticket.clocks().stream()
                .map(TicketView.Clock::startedAt)
                .min(Comparator.naturalOrder())
                .orElse(post.createdAt());
    }

    /** The first answer that was published. */
    private static DraftView answer(List<DraftView> drafts) {
        return drafts.stream()
                .filter(draft -> draft.state().equals("published"))
                .findFirst()
                .orElseThrow();
    }

    /** The first answer, and whatever was held back before it. */
    private static boolean isFirstAnswer(DraftView draft, List<DraftView> drafts) {
        return !draft.createdAt().isAfter(answer(drafts).createdAt());
    }

    private static String quoted(String text) {
        return "\u201C" + text + "\u201D";
    }
}
