package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.messaging.MalformedEvent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void writes_the_example_of_rfc_8785() throws JsonProcessingException {
        String given = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";

        assertThat(canonical(given))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sorts_names_by_utf_16_code_units() throws JsonProcessingException {
        String given =
                "{\"\\u20ac\":\"Euro\",\"\\r\":\"CR\",\"\\ufb33\":\"Dalet\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Grin\","
                        + "\"\\u0080\":\"Control\",\"\\u00f6\":\"o\"}";

        assertThat(canonical(given))
                .isEqualTo("{\"\\r\":\"CR\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"o\",\"€\":\"Euro\","
                        + "\"😀\":\"Grin\",\"\ufb33\":\"Dalet\"}");
    }

    @Test
    void refuses_half_of_a_surrogate_pair() {
        assertThatThrownBy(() -> canonical("{\"text\":\"\\ud83d\"}"))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("no Unicode");
    }

    private static String canonical(String json) throws JsonProcessingException {
        return new String(CanonicalJson.of(new ObjectMapper().readTree(json)), StandardCharsets.UTF_8);
    }
}
