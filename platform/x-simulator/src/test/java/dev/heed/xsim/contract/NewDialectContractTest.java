package dev.heed.xsim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.Receiver;
import dev.heed.xsim.dialect.Dialect;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every request and answer of a broad scenario keeps X's document 2.167. */
@QuarkusTest
class NewDialectContractTest {

    @TestHTTPResource("/")
    String base = "";

    @Test
    void keepsTheDocument() {
        Conversation x = new Conversation(base, XDocument.version("2.167"));
        Scenario scenario = new Scenario(x, Dialect.POSTS);
        scenario.people();
        scenario.timelines();
        scenario.posts();
        scenario.messages();
        try (Receiver receiver = new Receiver()) {
            scenario.activity(receiver);
        }
        scenario.usage();
        scenario.lives();
        scenario.refusals();
        scenario.blankRefusals(false);
        assertThat(x.judged()).isGreaterThan(80);
        assertThat(x.violations()).isEmpty();
    }

    @Test
    void theJudgeSeesWhatIsWrong() {
        XDocument document = XDocument.version("2.167");
        assertThat(document.violations(
                        "GET",
                        "/2/tweets/1",
                        200,
                        "application/json",
                        "{\"data\":{\"id\":\"1\",\"text\":\"x\",\"edit_history_tweet_ids\":[\"1\"]}}"))
                .as("a field of the older dialect")
                .isNotEmpty();
        assertThat(document.violations("POST", "/2/tweets", 201, "application/json", "{\"data\":{\"text\":\"x\"}}"))
                .as("an answer without the id")
                .isNotEmpty();
        assertThat(document.violations(
                        "GET",
                        "/2/users/1/mentions",
                        Map.of("max_results", List.of("3")),
                        Map.of("Authorization", "Bearer x"),
                        null))
                .as("a page that is too small")
                .isNotEmpty();
    }
}
