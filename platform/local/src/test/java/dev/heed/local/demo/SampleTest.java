package dev.heed.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    private final List<String> rows = Sample.csv().lines().toList();

    @Test
    void holdsThirtyToFiftyPostsOfCustomersAndTheHeroAmongThem() {
        assertThat(rows.stream().filter(row -> row.contains(",True,")).count()).isBetween(30L, 50L);
        assertThat(rows)
                .anyMatch(row -> row.contains("," + Sample.HERO + ",True,") && row.contains("@" + Sample.BRAND));
    }

    @Test
    void holdsAnswersThatAGuardMustBlock() {
        assertThat(rows).anyMatch(row -> row.contains(",False,") && row.contains("@orrinmobile.example"));
        assertThat(rows).anyMatch(row -> row.contains(",False,") && row.contains("+49 40"));
    }

    @Test
    void namesNobodysRealDomain() {
        assertThat(Sample.csv()).doesNotContain("http").doesNotContainPattern("@\\w+\\.(com|de|org|net)");
    }
}
