package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.mention.Watched;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.x.PageRequest;
import dev.heed.x.XPage;
import dev.heed.x.XPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Reach REACH = new Reach(Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofDays(7));
    private static final Account ACME =
            new Account(new AccountId("1"), "acme", "Acme", AccountStatus.ACTIVE, null, null);
    private static final dev.heed.ingestion.cursor.Stream MENTIONS = dev.heed.ingestion.cursor.Stream.mentions(ACME);
    private static final dev.heed.ingestion.cursor.Stream SEARCH =
            dev.heed.ingestion.cursor.Stream.naming(ACME, NOW.minus(Duration.ofHours(1)));

    @Test
    void theFirstWalkGoesByTime() {
        PageRequest request = first(MENTIONS).request();
        assertThat(request.sinceId()).isNull();
        assertThat(request.startTime()).isEqualTo(NOW.minus(Duration.ofDays(7)));
        assertThat(request.maxResults()).isEqualTo(100);
    }

    @Test
    void theFirstWalkOfASearchBeginsWhereItWasSetUp() {
        assertThat(first(SEARCH).request().startTime()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void aPollGoesTwoMinutesBehindTheCursor() {
        assertThat(walk(MENTIONS, Depth.POLL, NOW).low()).isEqualTo(Snowflake.at(NOW.minus(Duration.ofMinutes(2))));
    }

    @Test
    void aSweepGoesFurther() {
        assertThat(walk(MENTIONS, Depth.SWEEP, NOW).low()).isEqualTo(Snowflake.at(NOW.minus(Duration.ofHours(1))));
    }

    @Test
    void whateverAWalkLooksBackAWatchHearsNothingFromBeforeItBegan() {
        Instant begin = NOW.minus(Duration.ofMinutes(10));
        dev.heed.ingestion.cursor.Stream watch = dev.heed.ingestion.cursor.Stream.watching(
                new SourceKey("watch:1"), ACME, "crowbar", new Watched("1", "crowbar"), begin);
        for (Depth depth : Depth.values()) {
            assertThat(walk(watch, depth, begin).low()).isEqualTo(Snowflake.at(begin));
            assertThat(walk(watch, depth, begin).hidden()).isEmpty();
        }
        assertThat(walk(watch, Depth.POLL, NOW).low()).isEqualTo(Snowflake.at(NOW.minus(Duration.ofMinutes(2))));
    }

    @Test
    void theHighestOfAllPagesCountsThoughItCameFirst() {
        String newest = XPosts.id(NOW);
        String older = XPosts.id(NOW.minusSeconds(60));
        Walk walk = first(MENTIONS).after(page("more", older, newest), NOW).after(page(null, older), NOW);
        assertThat(walk.reached().highest()).isEqualTo(Long.parseLong(newest));
        assertThat(walk.isOver()).isTrue();
        assertThat(walk.posts()).isEqualTo(3);
    }

    @Test
    void whereNothingWasSaidTheCursorStandsAtTheBegin() {
        Walk walk = first(MENTIONS).after(page(null), NOW);
        assertThat(walk.reached())
                .isEqualTo(new Cursor(
                        Snowflake.at(NOW.minus(Duration.ofDays(7))),
                        Snowflake.at(NOW.minus(Duration.ofHours(1))),
                        NOW));
    }

    @Test
    void anIdFromTheFutureDoesNotHideWhatComesBetween() {
        Walk walk = first(MENTIONS).after(page(null, XPosts.id(NOW.plus(Duration.ofDays(2)))), NOW);
        assertThat(walk.highest()).isEqualTo(Snowflake.at(NOW.plusSeconds(60)));
    }

    @Test
    void anIdThatIsNoNumberIsNoMeasure() {
        assertThat(first(MENTIONS).after(page(null, "9999999999999999999"), NOW).highest())
                .isZero();
    }

    @Test
    void whereXForgotTheIdTheWalkGoesByTimeAndThenByNothing() {
        Walk byTime = walk(MENTIONS, Depth.POLL, NOW.minus(Duration.ofDays(2)))
                .otherwise()
                .orElseThrow();
        assertThat(byTime.request().sinceId()).isNull();
        assertThat(byTime.request().startTime())
                .isEqualTo(NOW.minus(Duration.ofDays(2)).minus(Duration.ofMinutes(2)));
        Walk byNothing = byTime.otherwise().orElseThrow();
        assertThat(byNothing.request().startTime()).isNull();
        assertThat(byNothing.otherwise()).isEmpty();
    }

    @Test
    void aPollLooksOnePageBehindWhatWasHeardAndASweepAllTheWay() {
        String heard = XPosts.id(NOW.minusSeconds(1));
        Cursor cursor = cursor(Long.parseLong(heard), NOW);
        for (Depth depth : Depth.values()) {
            Walk walk = Walk.begin(MENTIONS, depth, Optional.of(cursor), NOW, REACH)
                    .after(page("more", XPosts.id(NOW), heard), NOW);
            assertThat(walk.isOver()).isFalse();
            assertThat(walk.after(page("more", XPosts.id(NOW.minusSeconds(9))), NOW)
                            .isOver())
                    .isEqualTo(depth == Depth.POLL);
        }
    }

    @Test
    void aPageOfWhichXLeftAllOutIsNotBehindWhatWasHeard() {
        for (Depth depth : Depth.values()) {
            Walk walk = walk(MENTIONS, depth, NOW).after(page("more", XPosts.id(NOW.plusSeconds(5))), NOW);
            Walk onwards = walk.after(page("more"), NOW);
            assertThat(onwards.isOver()).isFalse();
            assertThat(onwards.after(page(null), NOW).isOver()).isTrue();
        }
    }

    @Test
    void asMuchAsXShowsAtMostLeavesAGap() {
        Instant lately = NOW.minus(Duration.ofHours(3));
        Walk walk = walk(MENTIONS, Depth.POLL, lately);
        String oldest = XPosts.id(NOW.minusSeconds(600));
        for (int i = 0; i < 8; i++) {
            assertThat(walk.hidden()).isEmpty();
            walk = walk.after(page(i < 7 ? "more" : null, hundred(oldest)), NOW);
        }
        assertThat(walk.hidden())
                .contains(new Span(Snowflake.at(lately.minus(Duration.ofMinutes(2))), Long.parseLong(oldest)));
        assertThat(walk.whyHidden()).contains("800");
    }

    @Test
    void whatXLeavesOutOfItsPagesCountsTowardsWhatItShowsAtMost() {
        Instant lately = NOW.minus(Duration.ofHours(3));
        String oldest = XPosts.id(NOW.minusSeconds(600));
        Walk walk = walk(MENTIONS, Depth.POLL, lately);
        for (int i = 0; i < 8; i++) {
            String[] most =
                    Stream.generate(() -> oldest).limit(i == 5 ? 80 : 100).toArray(String[]::new);
            walk = walk.after(page(i < 7 ? "more" : null, most), NOW);
        }
        assertThat(walk.posts()).isEqualTo(780);
        assertThat(walk.hidden())
                .contains(new Span(Snowflake.at(lately.minus(Duration.ofMinutes(2))), Long.parseLong(oldest)));
        assertThat(walk.whyHidden()).contains("800");
    }

    @Test
    void whereXLeavesOutAllThatItHasEverythingSinceMayBeHidden() {
        Walk walk = walk(MENTIONS, Depth.POLL, NOW.minus(Duration.ofHours(3)));
        for (int i = 0; i < 8; i++) {
            walk = walk.after(page(i < 7 ? "more" : null), NOW);
        }
        assertThat(walk.hidden().orElseThrow().to()).isEqualTo(Snowflake.at(NOW));
    }

    @Test
    void asMuchAsXShowsAtMostHidesNothingThatWasHeardBefore() {
        Walk walk = walk(MENTIONS, Depth.SWEEP, NOW);
        for (int i = 0; i < 8; i++) {
            walk = walk.after(page(i < 7 ? "more" : null, hundred(XPosts.id(NOW.minusSeconds(600)))), NOW);
        }
        assertThat(walk.hidden()).isEmpty();
    }

    @Test
    void whoRegistersAPopularAccountHasNoGap() {
        Walk walk = first(MENTIONS);
        for (int i = 0; i < 8; i++) {
            walk = walk.after(page(i < 7 ? "more" : null, hundred(XPosts.id(NOW.minusSeconds(600)))), NOW);
        }
        assertThat(walk.hidden()).isEmpty();
    }

    @Test
    void aSearchAfterNineDaysLeavesAGapThatBeginsWhereItWasLeft() {
        Instant left = NOW.minus(Duration.ofDays(9));
        Walk walk = walk(SEARCH, Depth.POLL, left);
        assertThat(walk.hidden().orElseThrow().from()).isEqualTo(Snowflake.at(left.minus(Duration.ofMinutes(2))));
        assertThat(Snowflake.time(walk.low())).isAfter(NOW.minus(Duration.ofDays(7)));
    }

    @Test
    void aStreamInWhichNobodySpokeForNineDaysHasNoGap() {
        Cursor quiet = cursor(Snowflake.at(NOW.minus(Duration.ofDays(9))), NOW.minusSeconds(3600));
        assertThat(Walk.begin(SEARCH, Depth.POLL, Optional.of(quiet), NOW, REACH)
                        .hidden())
                .isEmpty();
    }

    @Property
    void goingBackNeverGoesForwardNorBelowZero(
            @ForAll @LongRange(min = 0) long id, @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis) {
        assertThat(Snowflake.before(id, Duration.ofMillis(millis))).isBetween(0L, id);
    }

    private static Walk first(dev.heed.ingestion.cursor.Stream stream) {
        return Walk.begin(stream, Depth.POLL, Optional.empty(), NOW, REACH);
    }

    /** With a cursor that stands at this time. */
    private static Walk walk(dev.heed.ingestion.cursor.Stream stream, Depth depth, Instant heard) {
        return Walk.begin(stream, depth, Optional.of(cursor(Snowflake.at(heard), heard)), NOW, REACH);
    }

    /** As sweeps leave it that come without a pause. */
    private static Cursor cursor(long highest, Instant walkedAt) {
        return new Cursor(highest, Snowflake.at(walkedAt.minus(Duration.ofHours(1))), walkedAt);
    }

    private static String[] hundred(String id) {
        return Stream.generate(() -> id).limit(100).toArray(String[]::new);
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
