package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Error bodies that X really sent, read as what they mean. */
class RealErrorsTest {

    private static final Map<String, Refusal> MEANING = Map.ofEntries(
            Map.entry("duplicate", Refusal.DUPLICATE),
            Map.entry("reply-not-summoned / reply_settings", Refusal.NOT_SUMMONED),
            Map.entry("reply target deleted/invisible (v1 code 385)", Refusal.TARGET_GONE),
            Map.entry("too long", Refusal.TOO_LONG),
            Map.entry("credits depleted", Refusal.CREDITS_DEPLETED),
            Map.entry("stale since_id (search/recent)", Refusal.STALE_SINCE_ID),
            Map.entry("DM not permitted", Refusal.FORBIDDEN),
            Map.entry("DM generic", Refusal.FORBIDDEN),
            Map.entry("app-only on user endpoint", Refusal.FORBIDDEN),
            Map.entry("unauthorized", Refusal.UNAUTHORIZED),
            Map.entry("refresh token reused", Refusal.INVALID));

    @TestFactory
    List<DynamicTest> everyBodyIsUnderstood() throws IOException {
        Path file = sharedData().resolve("x-api/errors.json");
        if (!Files.exists(file)) {
            System.err.println("*** SKIPPED: X's real error bodies are absent: set HEED_SHARED_DATA (looked for "
                    + file.toAbsolutePath() + ")");
        }
        assumeTrue(Files.exists(file), "X's real error bodies are absent: set HEED_SHARED_DATA");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode item : new ObjectMapper().readTree(file.toFile())) {
            String name = item.path("case").asText();
            Refusal meaning = MEANING.get(name);
            if (meaning == null) {
                continue; // successes, and cases of which only prose is known
            }
            for (int status : statuses(item.path("status").asText())) {
                for (JsonNode body : item.path("body").isArray() ? item.path("body") : List.of(item.path("body"))) {
                    tests.add(DynamicTest.dynamicTest(
                            name + " as " + status,
                            () -> assertThat(read(status, body)).isEqualTo(meaning)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(MEANING.size());
        return tests;
    }

    private static Refusal read(int status, JsonNode body) {
        XAnswer<String> answer =
                Answers.of(new Reply(status, Map.of(), body.toString()), Instant.now(), json -> Optional.empty());
        assertThat(answer).isInstanceOf(XAnswer.Refused.class);
        return ((XAnswer.Refused<String>) answer).refusal();
    }

    private static List<Integer> statuses(String text) {
        return text.contains("accept both")
                ? List.of(400, 403)
                : List.of(Integer.valueOf(text.isEmpty() ? "401" : text));
    }

    private static Path sharedData() {
        String set = System.getProperty("HEED_SHARED_DATA", System.getenv("HEED_SHARED_DATA"));
        if (set != null) {
            return Path.of(set);
        }
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.exists(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        return here.resolve("../shared/data").normalize();
    }
}
