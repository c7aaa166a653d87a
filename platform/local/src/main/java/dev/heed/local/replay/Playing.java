package dev.heed.local.replay;

import dev.heed.local.Console;
import dev.heed.local.HeedFailure;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.Product;
import dev.heed.local.api.ReplayProgress;
import dev.heed.local.api.Simulator;
import dev.heed.local.process.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The time in which customers post and agents answer.
 *
 * <p>Looks at the simulator again and again; each post that has appeared sets an agent to work on its historic answers, in
 * their order. A few agents work at a time.
 */
final class Playing {
    private static final int AGENTS = 8;
    private static final Duration STALLED = Duration.ofMinutes(6);

    private static final Outcome NOT_ASKED_FOR = new Outcome.LeftOut("answers were not asked for");
    private static final Outcome NO_POST_TO_ANSWER =
            new Outcome.LeftOut("it answers no customer's post of the recording");

    private final Product product;
    private final Simulator simulator;
    private final Console console;
    private final Recording recording;
    private final boolean answering;
    private final Map<String, List<RecordedPost>> answers;
    private final Tally tally = new Tally();
    private final AtomicInteger atWork = new AtomicInteger();
    private final Semaphore agents = new Semaphore(AGENTS);
    private final Set<String> seen = new HashSet<>();

    Playing(Product product, Simulator simulator, Console console, Recording recording, boolean answering) {
        this.product = product;
        this.simulator = simulator;
        this.console = console;
        this.recording = recording;
        this.answering = answering;
        this.answers = recording.answers();
    }

    /** How it ended: the simulator's last word, what came of the answers, whether nothing is left to do. */
    record End(ReplayProgress progress, Tally tally, boolean complete) {}

    End run(double speed, BooleanSupplier stopped) {
        String replayId = simulator.replay(ReadRecording.write(recording), speed);
        recording.unanswerable().forEach(row -> tally.add(NO_POST_TO_ANSWER));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            End end = watch(replayId, threads, stopped);
            if (!end.complete()) {
                threads.shutdownNow();
            }
            return end;
        }
    }

    private End watch(String replayId, ExecutorService threads, BooleanSupplier stopped) {
        ProgressLine line = new ProgressLine(console);
        Instant lastChange = Instant.now();
        int lastSum = 0;
        while (true) {
            ReplayProgress progress = simulator.progress(replayId);
            appeared(progress).forEach((row, post) -> threads.execute(() -> work(replayId, row, post)));
            boolean done = progress.isFinished() && atWork.get() == 0;
            int sum = progress.posts().size() + tally.size();
            lastChange = sum == lastSum ? lastChange : Instant.now();
            lastSum = sum;
            boolean stalled = Duration.between(lastChange, Instant.now()).compareTo(STALLED) > 0;
            line.say(progress, tally.answers(), done);
            if (done || stalled || stopped.getAsBoolean()) {
                return new End(progress, tally, done);
            }
            Pause.brief();
        }
    }

    /** Posts that were not there at the last look, by their row; each is counted as work until it is answered. */
    private Map<String, LedgerPost> appeared(ReplayProgress progress) {
        Map<String, String> fresh = new HashMap<>(progress.posts());
        fresh.keySet().removeAll(seen);
        fresh.keySet().retainAll(answers.keySet());
        if (fresh.isEmpty()) {
            return Map.of();
        }
        long oldest = fresh.values().stream().mapToLong(Long::parseLong).min().orElseThrow();
        Map<String, LedgerPost> ledger = simulator.ledger(Long.toString(oldest - 1)).stream()
                .collect(Collectors.toMap(LedgerPost::id, Function.identity()));
        Map<String, LedgerPost> appeared = new HashMap<>();
        fresh.forEach((row, postId) -> {
            LedgerPost post = ledger.get(postId);
            if (post != null) {
                appeared.put(row, post);
            }
        });
        seen.addAll(appeared.keySet());
        atWork.addAndGet(appeared.size());
        return appeared;
    }

    private void work(String replayId, String row, LedgerPost post) {
        AnswerCustomer agent = new AnswerCustomer(product, replayId);
        try {
            agents.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            for (RecordedPost answer : answers.getOrDefault(row, List.of())) {
                settle(replayId, answer, answering ? attempt(agent, answer, post) : NOT_ASKED_FOR);
            }
        } finally {
            agents.release();
            atWork.decrementAndGet();
        }
    }

    private static Outcome attempt(AnswerCustomer agent, RecordedPost answer, LedgerPost post) {
        try {
            return agent.with(answer, post);
        } catch (HeedFailure e) {
            return new Outcome.Unsettled("row " + answer.id() + ": " + e.getMessage());
        }
    }

    /** Books the outcome; an answer that will not come is told to the simulator, so that no customer waits for it. */
    private void settle(String replayId, RecordedPost answer, Outcome outcome) {
        tally.add(outcome);
        if (outcome instanceof Outcome.Blocked held) {
            console.line("  " + console.paint("33", "held back") + " by " + String.join(" and ", held.guards()) + ": "
                    + answer.text());
        }
        if (!(outcome instanceof Outcome.Published)) {
            simulator.skip(replayId, answer.id());
        }
    }
}
