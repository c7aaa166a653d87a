package dev.heed.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.local.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Check GOOD = new Check("nothing was posted twice", 5, List.of());
    private static final Check BAD = new Check("every entry has its post", 5, List.of("entry 1 names post 66"));

    @Test
    void isCleanWhenEveryClaimHoldsAndAllIsSettled() {
        assertThat(report(true, List.of(), GOOD).clean()).isTrue();
        assertThat(report(true, List.of(), GOOD, BAD).clean()).isFalse();
        assertThat(report(true, List.of("draft 7 is still unknown"), GOOD).clean())
                .isFalse();
        assertThat(report(false, List.of(), GOOD).clean()).isFalse();
    }

    @Test
    void showsTicksCrossesAndOffenders() {
        String shown = shown(report(true, List.of("draft 7 is still unknown"), GOOD, BAD));

        assertThat(shown)
                .contains("✓ nothing was posted twice (5 looked at)")
                .contains("✗ every entry has its post (5 looked at)")
                .contains("entry 1 names post 66")
                .contains("✗ unsettled: draft 7 is still unknown")
                .contains("blocked by guard        2  email")
                .contains("line 4: tweet_id 'x' is no number");
    }

    @Test
    void saysThatItIsPartialWhenStopped() {
        assertThat(shown(report(false, List.of(), GOOD))).contains("Partial report");
    }

    private static Report report(boolean complete, List<String> unsettled, Check... checks) {
        return new Report(
                10,
                List.of("line 4: tweet_id 'x' is no number"),
                0,
                "",
                4,
                3,
                new Answers(3, Map.of("email", 2), Map.of(), Map.of(), unsettled, List.of()),
                Timing.of(List.of()),
                Timing.of(List.of(Duration.ofSeconds(1))),
                Duration.ofSeconds(20),
                complete,
                List.of(checks));
    }

    private static String shown(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(Console.over(new PrintStream(out, true, StandardCharsets.UTF_8), false));
        return out.toString(StandardCharsets.UTF_8);
    }
}
