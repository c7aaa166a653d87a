package dev.heed.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void goes_on_with_the_trace_in_a_new_span() {
        String next = Trace.continueFrom(GIVEN);

        assertThat(Trace.traceId(next)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(next).hasSize(55).endsWith("-01").isNotEqualTo(GIVEN);
        assertThat(Trace.isValid(next)).isTrue();
    }

    @Test
    void begins_a_trace_where_there_is_none() {
        assertThat(Trace.isValid(Trace.continueFrom(null))).isTrue();
        assertThat(Trace.continueFrom(null)).isNotEqualTo(Trace.continueFrom(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void what_is_not_a_trace_is_not_gone_on_with(String wrong) {
        assertThat(Trace.isValid(Trace.continueFrom(wrong))).isTrue();
        assertThatThrownBy(() -> Trace.traceId(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
