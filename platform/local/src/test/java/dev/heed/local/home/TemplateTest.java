package dev.heed.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.local.HeedFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void fillsEveryPlaceAndLeavesTheRest() {
        assertThat(Template.of("a=@{x} b=%{ENV}e c=${y} $1").fill(Map.of("x", "$0\\")))
                .isEqualTo("a=$0\\ b=%{ENV}e c=${y} $1");
    }

    @Test
    void refusesAPlaceWithoutAValue() {
        assertThatThrownBy(() -> Template.of("@{port}").fill(Map.of()))
                .isInstanceOf(HeedFailure.class)
                .hasMessageContaining("@{port}");
    }
}
