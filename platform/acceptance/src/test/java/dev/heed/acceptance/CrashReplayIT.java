package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.local.Console;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.demo.Sample;
import dev.heed.local.replay.Replay;
import dev.heed.local.replay.Replay.Manner;
import dev.heed.local.report.Check;
import dev.heed.local.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each service and the broker dies by SIGKILL in the middle of a replay, and nothing is lost or doubled. */
@ExtendWith(RunningHeed.class)
class CrashReplayIT {
    private static final List<String> VICTIMS = List.of("ingestion", "routing", "reply", "audit", "rabbitmq");
    private static final int ROWS = 200;

    @Test
    void nothingIsLostOrDoubledWhenEachPartIsKilledMidway(Heed heed) {
        Replay replay = heed.replay();
        Optional<Path> file = Recordings.customerSupport(heed);
        CompletableFuture<Report> playing = CompletableFuture.supplyAsync(() -> file.isPresent()
                ? replay.of(file.get(), new Manner(0, ROWS, true))
                : replay.of(Sample.csv(), new Manner(20, Integer.MAX_VALUE, true)));

        long answered = answered(heed);
        for (String victim : VICTIMS) {
            answered = awaitAnswersBeyond(heed, answered + 3, playing);
            Console.standard().line("  kill -9 " + victim + " after answer " + answered);
            heed.installation().kill9(victim);
            heed.installation().restart(victim);
            Console.standard().line("  " + victim + " is back");
        }

        Report report = playing.orTimeout(6, TimeUnit.MINUTES).join();
        report.print(Console.standard());
        assertThat(report.checks()).allMatch(Check::holds);
        assertThat(report.clean()).isTrue();
    }

    /** Waits until more answers are out, so that every kill falls into the midst of work. */
    private static long awaitAnswersBeyond(Heed heed, long wanted, CompletableFuture<Report> playing) {
        return await("answers beyond " + wanted)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .failFast("the replay ended before every part was killed", playing::isDone)
                .until(() -> answered(heed), now -> now >= wanted);
    }

    private static long answered(Heed heed) {
        return heed.simulator().ledger("").stream()
                .filter(LedgerPost::cameThroughTheApi)
                .count();
    }
}
