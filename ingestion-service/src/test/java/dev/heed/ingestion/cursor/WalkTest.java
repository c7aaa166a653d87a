package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.mention.Via;
import dev.heed.x.XPage;
import dev.heed.x.XPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Walk.Reach REACH =
            new Walk.Reach(Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofDays(7));
    private static final Account ACME =
            new Account(new AccountId("1"), "acme", "Acme", AccountStatus.ACTIVE, null, null);

    @Test
    void theFirstWalkGoesByTime() {
        Walk walk = begin(Via.POLL, OptionalLong.empty());
        assertThat(walk.request().sinceId()).isNull();
        assertThat(walk.request().startTime()).isEqualTo(NOW.minus(Duration.ofDays(7)));
        assertThat(walk.request().maxResults()).isEqualTo(100);
    }

    @Test
    void aPollGoesTwoMinutesBehindTheCursor() {
        long cursor = Long.parseLong(XPosts.id(NOW));
        Walk walk = begin(Via.POLL, OptionalLong.of(cursor));
        assertThat(walk.since()).isEqualTo(Snowflake.at(NOW.minus(Duration.ofMinutes(2))));
    }

    @Test
    void aSweepGoesFurther() {
        long cursor = Long.parseLong(XPosts.id(NOW));
        assertThat(begin(Via.SWEEP, OptionalLong.of(cursor)).since())
                .isEqualTo(Snowflake.at(NOW.minus(Duration.ofHours(1))));
    }

    @Test
    void theHighestOfAllPagesCountsThoughItCameFirst() {
        String newest = XPosts.id(NOW);
        String older = XPosts.id(NOW.minusSeconds(60));
        Walk walk = begin(Via.POLL, OptionalLong.empty())
                .after(page("more", older, newest), NOW)
                .after(page(null, older), NOW);
        assertThat(walk.highest()).isEqualTo(Long.parseLong(newest));
        assertThat(walk.isOver()).isTrue();
        assertThat(walk.posts()).isEqualTo(3);
    }

    @Test
    void anIdFromTheFutureDoesNotHideWhatComesBetween() {
        String future = XPosts.id(NOW.plus(Duration.ofDays(2)));
        Walk walk = begin(Via.POLL, OptionalLong.empty()).after(page(null, future), NOW);
        assertThat(walk.highest()).isEqualTo(Snowflake.at(NOW.plusSeconds(60)));
    }

    @Test
    void anIdThatIsNoNumberIsNoMeasure() {
        assertThat(begin(Via.POLL, OptionalLong.empty())
                        .after(page(null, "9999999999999999999"), NOW)
                        .highest())
                .isZero();
    }

    @Test
    void whereXForgotTheIdTheWalkGoesByTime() {
        Walk walk = begin(Via.POLL, OptionalLong.of(12345)).byTime();
        assertThat(walk.request().sinceId()).isNull();
        assertThat(walk.request().startTime()).isEqualTo(NOW.minus(Duration.ofDays(7)));
    }

    @Test
    void asMuchAsXShowsAtMostMayHideMore() {
        Walk walk = begin(Via.POLL, OptionalLong.empty());
        String[] hundred = Stream.generate(() -> XPosts.id(NOW)).limit(100).toArray(String[]::new);
        for (int i = 0; i < 8; i++) {
            assertThat(walk.mayHaveGap()).isFalse();
            walk = walk.after(page(i < 7 ? "more" : null, hundred), NOW);
        }
        assertThat(walk.mayHaveGap()).isTrue();
    }

    @Property
    void goingBackNeverGoesForwardNorBelowZero(
            @ForAll @LongRange(min = 0) long id, @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis) {
        assertThat(Snowflake.before(id, Duration.ofMillis(millis))).isBetween(0L, id);
    }

    private static Walk begin(Via via, OptionalLong cursor) {
        return Walk.begin(ACME, via, cursor, NOW, REACH);
    }

    private static XPage page(@Nullable String next, String... ids) {
        return new XPage(
                Stream.of(ids)
                        .map(id -> new XPost(
                                id, "@acme", "7", null, NOW, id, null, null, null, null, List.of(), List.of()))
                        .toList(),
                next,
                List.of());
    }
}
