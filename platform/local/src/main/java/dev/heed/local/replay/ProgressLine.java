package dev.heed.local.replay;

import dev.heed.local.Console;
import dev.heed.local.api.ReplayProgress;
import dev.heed.local.report.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Says every few seconds how far a replay has come, and how fast it goes. */
final class ProgressLine {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Console console;
    private final Instant begun = Instant.now();
    private Instant last = begun;
    private int lastPosts;

    ProgressLine(Console console) {
        this.console = console;
    }

    void say(ReplayProgress progress, Answers answers, boolean now) {
        Duration since = Duration.between(last, Instant.now());
        if (!now && since.compareTo(EVERY) < 0) {
            return;
        }
        int posts = progress.posts().size();
        double rate = (posts - lastPosts) * 1000.0 / Math.max(1, since.toMillis());
        console.doing(String.format(
                Locale.ROOT,
                "%3d s  posts %d of %d (%.1f/s)  answers: %d published, %d held back, %d refused, %d left out",
                Duration.between(begun, Instant.now()).toSeconds(),
                posts,
                progress.total(),
                rate,
                answers.published(),
                sum(answers.blocked()),
                sum(answers.refused()),
                sum(answers.leftOut())));
        last = Instant.now();
        lastPosts = posts;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
