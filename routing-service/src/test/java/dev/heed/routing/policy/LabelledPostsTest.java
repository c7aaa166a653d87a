package dev.heed.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The shipped policy on real posts whose mood people have judged: no unhappy customer may be left alone. */
class LabelledPostsTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\d+,(negative|neutral|positive),[^,]*,[^,\\n]*,(\"(?:[^\"]|\"\")*\"|[^,\\n]*),");

    @Test
    void unhappyCustomersAreAnswered() throws IOException {
        Map<DecisionKind, Integer> counts = new EnumMap<>(DecisionKind.class);
        int trolls = 0;
        int all = 0;
        var matcher = ROW.matcher(Files.readString(labelledPosts()));
        while (matcher.find()) {
            Decision decision = PolicyFixture.decide(PolicyFixture.to(matcher.group(2)));
            if (matcher.group(1).equals("negative")) {
                all++;
                counts.merge(decision.kind(), 1, Integer::sum);
            } else {
                trolls += decision.kind() == DecisionKind.MONITOR ? 1 : 0;
            }
        }

        assertThat(all).isGreaterThan(4000);
        assertThat(counts).doesNotContainKey(DecisionKind.LET_STAND);
        assertThat(counts.getOrDefault(DecisionKind.MONITOR, 0)).isLessThan(all / 100);
        assertThat(trolls).isLessThan(20);
    }

    private static Path labelledPosts() {
        String folder = Optional.ofNullable(System.getProperty("HEED_SHARED_DATA"))
                .or(() -> Optional.ofNullable(System.getenv("HEED_SHARED_DATA")))
                .orElse("../../shared/data");
        Path file = Path.of(folder, "tweets", "airline-dev.csv");
        if (!Files.exists(file)) {
            System.err.println("SKIPPED, LOUDLY: no labelled posts at " + file.toAbsolutePath()
                    + "; set HEED_SHARED_DATA to the folder that holds tweets/airline-dev.csv");
        }
        Assumptions.assumeTrue(Files.exists(file), "no labelled posts at " + file);
        return file;
    }
}
