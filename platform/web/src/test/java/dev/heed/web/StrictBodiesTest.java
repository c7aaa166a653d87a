package dev.heed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictBodiesTest {

    private record Wish(
            @Nullable String name,
            @Nullable Long budget,
            @Nullable Boolean back) {}

    /** As Quarkus sets it up. */
    private final ObjectMapper bodies = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @BeforeEach
    void customize() {
        new StrictBodies().customize(bodies);
    }

    @Test
    void what_is_documented_is_read() throws Exception {
        assertThat(bodies.readValue("{\"name\":\"a\",\"budget\":25,\"back\":true}", Wish.class))
                .isEqualTo(new Wish("a", 25L, true));
        assertThat(bodies.readValue("{\"name\":\"\",\"budget\":null}", Wish.class))
                .isEqualTo(new Wish("", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{\"budge\":25}; no field `budge` here, only `name`, `budget`, `back`",
                "{\"budget\":\"\"}; at [\"budget\"]",
                "{\"budget\":\" \"}; at [\"budget\"]",
                "{\"budget\":\"25\"}; at [\"budget\"]",
                "{\"budget\":25.00}; at [\"budget\"]",
                "{\"budget\":true}; at [\"budget\"]",
                "{\"back\":\"yes\"}; at [\"back\"]",
                "{\"back\":1}; at [\"back\"]",
                "{\"name\":\"a\\u0000b\"}; NUL at [\"name\"]",
            })
    void what_is_misspelt_or_of_another_type_is_refused_by_name(String body, String said) {
        assertThatThrownBy(() -> bodies.readValue(body, Wish.class))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        wrong -> assertThat(new ProblemMappers()
                                        .malformed(wrong)
                                        .getEntity()
                                        .toString())
                                .contains(said.replace("\"", "\\\"")));
    }
}
