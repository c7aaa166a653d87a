package dev.heed.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.local.report.Answers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void everyOutcomeIsCountedUnderItsReason() {
        Tally tally = new Tally();
        tally.add(new Outcome.Published("1", Duration.ofMillis(700)));
        tally.add(new Outcome.Published("2", Duration.ofMillis(900)));
        tally.add(new Outcome.Blocked(List.of("email", "phone")));
        tally.add(new Outcome.Blocked(List.of("email")));
        tally.add(new Outcome.Refused("too-long"));
        tally.add(new Outcome.LeftOut("not addressed"));
        tally.add(new Outcome.Unsettled("draft 7 is still unknown"));

        Answers answers = tally.answers();

        assertThat(answers.published()).isEqualTo(2);
        assertThat(answers.publishing()).containsExactly(Duration.ofMillis(700), Duration.ofMillis(900));
        assertThat(answers.blocked()).containsEntry("email + phone", 1).containsEntry("email", 1);
        assertThat(answers.refused()).containsEntry("too-long", 1);
        assertThat(answers.leftOut()).containsEntry("not addressed", 1);
        assertThat(answers.unsettled()).containsExactly("draft 7 is still unknown");
    }
}
