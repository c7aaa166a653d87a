package dev.heed.ingestion.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CrmWordsTest {

    private static final String ANSWER = """
            {"customers":[{"xUserId":"7","tier":" paid-support ","reference":"C-1","since":2019},
             {"xUserId":"8","tier":"Größe M"}],"more":{}}""";

    @Test
    void tiersAreTheCompanysOwnWords() {
        assertThat(CrmWords.tiers(ANSWER)).contains(Map.of("7", "paid-support", "8", "Größe M"));
    }

    @Test
    void whatIsNoWordIsNoTier() {
        for (String tier : List.of(
                "\"\"", "\"  \"", "7", "null", "{}", "\"a\\nb\"", "\"a\\u0000\"", "\"a\\u202eb\"", quoted(51))) {
            assertThat(CrmWords.tiers("{\"customers\":[{\"xUserId\":\"7\",\"tier\":" + tier + "}]}"))
                    .as(tier)
                    .contains(Map.of());
        }
        assertThat(CrmWords.tiers("{\"customers\":[{\"xUserId\":\"7\",\"tier\":" + quoted(50) + "}]}"))
                .contains(Map.of("7", "x".repeat(50)));
    }

    @Test
    void aDeepAnswerIsNone() {
        assertThat(CrmWords.tiers("{\"customers\":" + "[".repeat(10_000))).isEmpty();
    }

    @Property(tries = 500)
    void anyTextIsReadOrIsNoAnswer(@ForAll String body) {
        assertThat(CrmWords.tiers(body)).isNotNull();
    }

    @Property(tries = 500)
    void anyCutAndAnyChangeOfAnAnswerIsReadOrIsNoAnswer(
            @ForAll @IntRange(min = 0, max = 200) int at, @ForAll char other) {
        int cut = Math.min(at, ANSWER.length() - 1);
        assertThat(CrmWords.tiers(ANSWER.substring(0, cut))).isEqualTo(Optional.empty());
        CrmWords.tiers(ANSWER.substring(0, cut) + other + ANSWER.substring(cut + 1))
                .ifPresent(tiers -> assertThat(tiers.values()).allMatch(tier -> tier.length() <= 50));
    }

    private static String quoted(int length) {
        return '"' + "x".repeat(length) + '"';
    }
}
