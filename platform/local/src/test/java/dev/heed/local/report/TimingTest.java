package dev.heed.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void theMedianIsTheMiddleAndNineInTenStayUnderTheNinetieth() {
        Timing timing = Timing.of(
                IntStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList());

        assertThat(timing.median()).isEqualTo(Duration.ofSeconds(5));
        assertThat(timing.p90()).isEqualTo(Duration.ofSeconds(9));
        assertThat(timing.words()).isEqualTo("median 5.0 s, p90 9.0 s");
    }

    @Test
    void nothingMeasuredIsSaidInWords() {
        assertThat(Timing.of(List.of()).words()).isEqualTo("nothing measured");
    }
}
