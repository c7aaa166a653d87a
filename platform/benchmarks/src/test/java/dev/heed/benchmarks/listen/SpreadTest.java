package dev.heed.benchmarks.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void the_99th_of_a_hundred_is_the_last_but_one() {
        Spread spread = Spread.of(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList());

        assertThat(spread.percentile(99)).isEqualTo(99);
        assertThat(spread.percentile(100)).isEqualTo(100);
        assertThat(spread.percentile(0)).isEqualTo(1);
    }

    @Test
    void a_high_share_of_few_values_is_the_highest() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0)).percentile(99)).isEqualTo(3);
    }

    @Test
    void the_median_stands_in_the_middle() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
    }

    @Test
    void of_nothing_nothing_is_known() {
        assertThat(Spread.of(List.of()).median()).isNaN();
        assertThat(Spread.of(List.of()).percentile(99)).isNaN();
    }
}
