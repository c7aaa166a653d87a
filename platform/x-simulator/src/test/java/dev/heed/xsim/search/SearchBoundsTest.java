package dev.heed.xsim.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.Params;
import dev.heed.xsim.id.Snowflakes;
import dev.heed.xsim.timeline.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchBoundsTest {

    private static final Instant NOW = Instant.parse("2026-08-07T11:45:30Z");

    @Test
    void aStaleSinceIdIsRefusedNamingTheLeastId() {
        Params params = params(Map.of("since_id", "2075200933194039668"));
        SearchBounds.read(params, NOW);
        assertThat(params.refusal().body().at("/errors/0/message").asText())
                .isEqualTo(
                        "'since_id' must be a tweet id created after 2026-07-31T11:45Z. Please use a 'since_id' that is larger than "
                                + Snowflakes.floor(NOW.minus(Duration.ofDays(7))));
    }

    @Test
    void anIdAndATimeExcludeEachOther() {
        long fresh = Snowflakes.floor(NOW.minusSeconds(60));
        Params params = params(Map.of("since_id", Long.toString(fresh), "start_time", "2026-08-07T11:00:00Z"));
        SearchBounds.read(params, NOW);
        assertThat(params.refusal().body().at("/errors/0/message").asText())
                .isEqualTo("Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or 'end_time'.");
    }

    @Test
    void whatIsOlderThanSevenDaysOrTooFreshIsRefused() {
        Params old = params(Map.of("start_time", "2026-07-31T11:00:00Z"));
        SearchBounds.read(old, NOW);
        assertThat(old.wrong()).isTrue();
        Params fresh = params(Map.of("end_time", "2026-08-07T11:45:25Z"));
        SearchBounds.read(fresh, NOW);
        assertThat(fresh.wrong()).isTrue();
    }

    @Test
    void withoutBoundsSearchReachesBackSevenDays() {
        Params params = params(Map.of());
        Bounds bounds = SearchBounds.read(params, NOW);
        assertThat(params.wrong()).isFalse();
        assertThat(bounds.hold(Snowflakes.floor(NOW.minus(Duration.ofDays(7))))).isTrue();
        assertThat(bounds.hold(Snowflakes.floor(NOW.minus(Duration.ofDays(7))) - 1))
                .isFalse();
    }

    private static Params params(Map<String, String> given) {
        Map<String, List<String>> query = new HashMap<>();
        given.forEach((name, value) -> query.put(name, List.of(value)));
        return new Params(query, Dialect.POSTS, Bounds.PARAMETERS);
    }
}
