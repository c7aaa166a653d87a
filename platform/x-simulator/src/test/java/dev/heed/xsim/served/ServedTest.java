package dev.heed.xsim.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.MovableClock;
import dev.heed.xsim.call.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ServedTest {

    private final MovableClock clock = new MovableClock();
    private final Served served = new Served(clock);

    @Test
    void onlyTheFirstServingCounts() {
        served.serve(Endpoint.MENTIONS, List.of("2", "1"));
        var first = clock.instant();
        clock.pass(Duration.ofSeconds(1));
        served.serve(Endpoint.SEARCH_RECENT, List.of("3", "2"));
        assertThat(served.after(0, 10))
                .containsExactly(
                        new Serving(1, "2", "mentions", first),
                        new Serving(2, "1", "mentions", first),
                        new Serving(3, "3", "searchRecent", clock.instant()));
        assertThat(served.after(2, 10)).extracting(Serving::postId).containsExactly("3");
        assertThat(served.after(0, 1)).hasSize(1);
        assertThat(served.after(3, 10)).isEmpty();
    }

    @Test
    void aHundredThousandAreRemembered() {
        List<String> many = LongStream.rangeClosed(1, Served.REMEMBERED + 5)
                .mapToObj(Long::toString)
                .toList();
        served.serve(Endpoint.POSTS, many);
        assertThat(served.after(0, 10).getFirst()).satisfies(oldest -> {
            assertThat(oldest.seq()).isEqualTo(6);
            assertThat(oldest.postId()).isEqualTo("6");
        });
        assertThat(served.after(0, Served.REMEMBERED)).hasSize(Served.REMEMBERED);
        served.forget();
        assertThat(served.after(0, 10)).isEmpty();
    }
}
