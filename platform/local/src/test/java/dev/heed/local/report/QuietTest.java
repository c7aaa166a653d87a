package dev.heed.local.report;

import static dev.heed.local.report.ReportFixture.SCOPE;
import static dev.heed.local.report.ReportFixture.sound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.local.Console;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QuietTest {

    @Test
    void whatIsStillOnItsWayIsWaitedFor() {
        Facts behind = new Facts(sound().ledger(), List.of(), List.of());
        Deque<Facts> looks = new ArrayDeque<>(List.of(behind, behind, sound()));

        Facts facts = new Quiet(
                        () -> looks.size() > 1 ? looks.pop() : Objects.requireNonNull(looks.peek()),
                        SCOPE,
                        Duration.ofSeconds(30),
                        Console.silent())
                .await();

        assertThat(Proof.of(facts, SCOPE)).allMatch(Check::holds);
    }

    @Test
    void whatNeverComesIsGivenUpOnceNothingMoves() {
        Facts lost = new Facts(sound().ledger(), List.of(), List.of());

        Facts facts = new Quiet(() -> lost, SCOPE, Duration.ofMillis(300), Console.silent()).await();

        assertThat(facts).isEqualTo(lost);
    }
}
