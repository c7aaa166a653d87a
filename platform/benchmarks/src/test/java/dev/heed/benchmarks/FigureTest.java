package dev.heed.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void a_figure_within_its_limit_passes() {
        Figure figure = new Figure("listen.burst.p99_seconds", 1.2345678, new Target.AtMost(2));

        assertThat(figure.line()).isEqualTo("figure listen.burst.p99_seconds 1.235 <=2 pass");
        assertThat(figure.met()).isTrue();
    }

    @Test
    void a_figure_beyond_its_limit_falls_short() {
        assertThat(new Figure("a", 10_001, new Target.Exactly(10_000)).line()).isEqualTo("figure a 10001 10000 short");
        assertThat(new Figure("a", 256, new Target.Below(256)).line()).isEqualTo("figure a 256 <256 short");
        assertThat(new Figure("a", 0.4999, new Target.AtLeast(0.5)).met()).isFalse();
    }

    @Test
    void what_could_not_be_measured_falls_short_of_any_limit() {
        assertThat(new Figure("a", Double.NaN, new Target.AtMost(1)).line()).isEqualTo("figure a none <=1 short");
        assertThat(new Figure("a", Double.NaN, new Target.AtLeast(0)).met()).isFalse();
        assertThat(new Figure("a", Double.NaN, new Target.Exactly(0)).met()).isFalse();
    }

    @Test
    void a_figure_to_compare_with_has_no_limit() {
        assertThat(new Figure("listen.reads.naive", 1.7, Target.NONE).line())
                .isEqualTo("figure listen.reads.naive 1.7 - pass");
    }
}
