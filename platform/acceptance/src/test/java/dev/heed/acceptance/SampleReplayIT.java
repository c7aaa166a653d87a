package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.local.Console;
import dev.heed.local.demo.Sample;
import dev.heed.local.replay.Replay.Manner;
import dev.heed.local.report.Check;
import dev.heed.local.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningHeed.class)
class SampleReplayIT {

    @Test
    void theShippedConversationsEndAnsweredRecordedAndProved(Heed heed) {
        Report report = heed.replay().of(Sample.csv(), Manner.asFastAsPossible());
        report.print(Console.standard());

        assertThat(report.checks()).allMatch(Check::holds);
        assertThat(report.clean()).isTrue();
        assertThat(report.played()).isEqualTo(34);
        assertThat(report.answers().published()).isEqualTo(21);
        assertThat(report.answers().blocked().values())
                .as("an e-mail address and a phone number")
                .containsExactly(1, 1);
        assertThat(report.answers().refused()).isEmpty();
    }
}
