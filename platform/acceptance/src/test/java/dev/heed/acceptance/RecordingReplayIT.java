package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heed.local.Console;
import dev.heed.local.replay.Replay.Manner;
import dev.heed.local.report.Check;
import dev.heed.local.report.Report;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningHeed.class)
class RecordingReplayIT {
    private static final int ROWS = 150;

    @Test
    void realConversationsEndAnsweredRecordedAndProved(Heed heed) {
        Optional<Path> file = Recordings.customerSupport(heed);
        assumeTrue(file.isPresent(), "the recording is not here");

        Report report = heed.replay().of(file.orElseThrow(), new Manner(0, ROWS, true));
        report.print(Console.standard());

        assertThat(report.checks()).allMatch(Check::holds);
        assertThat(report.clean()).isTrue();
        assertThat(report.played()).isGreaterThan(ROWS / 3);
        assertThat(report.answers().published()).isGreaterThan(ROWS / 5);
    }
}
