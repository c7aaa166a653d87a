package dev.heed.ingestion.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.testing.OpenApi;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What this service asks, and what it understands, keep to what is published. */
class CrmHookContractTest {

    private static final OpenApi HOOK = OpenApi.published("crm-hook.yaml");

    @Test
    void everyQuestionKeepsTheContract() {
        assertThat(asked(List.of(new Customer("7", "jo"), new Customer("9223372036854775807", null))))
                .isEmpty();
        assertThat(asked(IntStream.range(0, CrmWords.MOST_CUSTOMERS)
                        .mapToObj(n -> new Customer(Integer.toString(n), "h"))
                        .toList()))
                .isEmpty();
    }

    @Test
    void anAnswerThatKeepsTheContractIsUnderstood() {
        String answer = "{\"customers\":[{\"xUserId\":\"7\",\"tier\":\"vip\",\"reference\":\"C-1\"}]}";
        assertThat(HOOK.answered("post", "/customers/lookup", 200, "application/json", answer))
                .isEmpty();
        assertThat(CrmWords.tiers(answer)).contains(Map.of("7", "vip"));
        assertThat(HOOK.answered(
                        "post", "/customers/lookup", 200, "application/json", "{\"customers\":[{\"tier\":\"vip\"}]}"))
                .isNotEmpty();
    }

    private static List<String> asked(List<Customer> people) {
        return HOOK.asked("post", "/customers/lookup", CrmWords.question(people));
    }
}
