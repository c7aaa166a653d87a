package dev.heed.xsim.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.xsim.WorldFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TillTest {

    private final WorldFixture x = new WorldFixture();
    private final Till till = new Till(x.world);

    @Test
    void aResourceCostsOnceADayWhoeverReadsIt() {
        till.read("mentions", "acme", Price.POST_READ, List.of("1", "2"));
        till.read("searchRecent", "app", Price.POST_READ, List.of("2", "3"));
        till.read("user", "app", Price.USER_READ, List.of("1"));
        assertThat(till.days().getFirst().lines())
                .containsExactly(
                        new Line("mentions", "acme", 1, 2, 2, 10_000),
                        new Line("searchRecent", "app", 1, 2, 1, 5_000),
                        new Line("user", "app", 1, 1, 1, 10_000));
        assertThat(till.days().getFirst().micros()).isEqualTo(25_000);
        assertThat(till.postReadsOfMonth()).isEqualTo(3);
    }

    @Test
    void midnightInUtcMakesEverythingNew() {
        till.read("mentions", "app", Price.POST_READ, List.of("1"));
        x.clock.pass(Duration.ofHours(14)); // 23:00
        till.read("mentions", "app", Price.POST_READ, List.of("1"));
        x.clock.pass(Duration.ofHours(1));
        till.read("mentions", "app", Price.POST_READ, List.of("1"));
        assertThat(till.days()).extracting(day -> day.day().toString()).containsExactly("2026-11-02", "2026-11-03");
        assertThat(till.days()).extracting(Day::micros).containsExactly(5_000L, 5_000L);
    }

    @Test
    void theNextDayCanBeginBeforeItsTime() {
        till.read("mentions", "app", Price.POST_READ, List.of("1"));
        till.nextDay();
        till.read("mentions", "app", Price.POST_READ, List.of("1"));
        x.clock.pass(Duration.ofDays(1));
        till.read("mentions", "app", Price.POST_READ, List.of("1"));
        assertThat(till.days())
                .extracting(day -> day.day().toString())
                .containsExactly("2026-11-02", "2026-11-03", "2026-11-04");
    }

    @Test
    void creditsAreSpentByWhatIsBilledAndMayBeOverdrawnOnce() {
        till.credit(Optional.of(12_000L), false);
        till.read("mentions", "app", Price.POST_READ, List.of("1", "2"));
        till.read("mentions", "app", Price.POST_READ, List.of("1", "2"));
        assertThat(till.isOutOfCredits()).isFalse();
        till.write("createPost", "acme", Price.POST);
        assertThat(till.credits()).contains(-13_000L);
        assertThat(till.isOutOfCredits()).isTrue();
        till.credit(Optional.empty(), false);
        assertThat(till.isOutOfCredits()).isFalse();
    }

    @Test
    void theMonthsReadsAreCapped() {
        till.cap(2);
        till.read("mentions", "app", Price.POST_READ, List.of("1"));
        till.read("user", "app", Price.USER_READ, List.of("1", "2"));
        assertThat(till.isOutOfReads()).isFalse();
        till.nextDay();
        till.read("mentions", "app", Price.OWN_MENTION, List.of("1"));
        assertThat(till.isOutOfReads()).isTrue();
        x.clock.pass(Duration.ofDays(30));
        assertThat(till.isOutOfReads()).isFalse();
    }

    @Property(tries = 200)
    void whateverIsReadInWhateverOrderADayCostsItsDifferentResources(
            @ForAll @Size(max = 30) List<@Size(max = 20) List<@IntRange(max = 40) Integer>> reads) {
        Till empty = new Till(new WorldFixture().world);
        reads.forEach(read -> empty.read(
                "posts",
                "app",
                Price.POST_READ,
                read.stream().map(Object::toString).toList()));
        long different = reads.stream().flatMap(List::stream).distinct().count();
        Day day = empty.days().getFirst();
        assertThat(day.micros()).isEqualTo(different * 5_000);
        assertThat(day.postReads()).isEqualTo(different);
        assertThat(day.lines().stream().mapToLong(Line::resources).sum())
                .isEqualTo(reads.stream().mapToLong(List::size).sum());
    }

    @Test
    void tenThousandPostsReadAgainAndAgainTakeNoTime() {
        List<List<String>> pages = IntStream.range(0, 100)
                .mapToObj(page -> IntStream.range(page * 100, page * 100 + 100)
                        .mapToObj(Integer::toString)
                        .toList())
                .toList();
        long start = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            pages.forEach(page -> till.read("posts", "app", Price.POST_READ, page));
        }
        assertThat(till.days().getFirst().micros()).isEqualTo(10_000L * 5_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
