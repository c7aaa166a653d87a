package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.rota.Depth;
import dev.heed.x.PageRequest;
import dev.heed.x.XPage;
import dev.heed.x.XPost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The walk against a model of X's timeline, and a model of the commit: in memory, so that it can be tried very often. */
class WalkPropertyTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Reach REACH = new Reach(Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofDays(7));
    private static final Account ACME =
            new Account(new AccountId("1"), "acme", "Acme", AccountStatus.ACTIVE, null, null);

    /**
     * X: the newest so many of what there is, in pages, behind an id or from a time on; and of each page what can be seen, which
     * may be nothing.
     */
    private static final class Timeline {

        private static final int MOST = 800;
        private final List<Long> there = new ArrayList<>();
        private final Set<Long> unseen = new HashSet<>();
        private final int pageSize;
        private boolean throng;

        Timeline(int pageSize) {
            this.pageSize = pageSize;
        }

        XPage page(PageRequest request) {
            long from = request.startTime() == null ? 0 : Snowflake.at(request.startTime()) - 1;
            long since = request.sinceId() == null ? from : Long.parseLong(request.sinceId());
            long until = request.paginationToken() == null ? Long.MAX_VALUE : Long.parseLong(request.paginationToken());
            List<Long> found = there.stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(MOST)
                    .filter(id -> id > since && id < until)
                    .toList();
            List<Long> page = found.stream().limit(pageSize).toList();
            return new XPage(
                    page.stream()
                            .filter(id -> !unseen.contains(id))
                            .map(WalkPropertyTest::post)
                            .toList(),
                    found.size() > page.size() ? Long.toString(page.getLast()) : null,
                    List.of());
        }

        /** Those that cannot be seen come in throngs: whole pages of them. */
        boolean comes(long id, Random random) {
            throng = random.nextInt(throng ? 12 : 8) == 0 ? !throng : throng;
            if (throng) {
                unseen.add(id);
            }
            return there.add(id);
        }

        List<Long> shown() {
            return there.stream().filter(id -> !unseen.contains(id)).toList();
        }
    }

    /** We: what is committed stays, and the cursor with the last page. */
    private static final class Ear {

        private final Set<Long> heard = new HashSet<>();
        private final List<Span> gaps = new ArrayList<>();
        private Optional<Cursor> cursor = Optional.empty();

        /**
         * @param pages after so many the walk is killed, before the page is committed
         * @return whether it came to its end
         */
        boolean walk(Timeline x, Depth depth, Instant now, int pages) {
            return walk(x, depth, now, pages, () -> {});
        }

        /** @param meanwhile between X's answer and the next page */
        boolean walk(Timeline x, Depth depth, Instant now, int pages, Runnable meanwhile) {
            Walk walk = Walk.begin(Stream.mentions(ACME), depth, cursor, now, REACH);
            for (int i = 0; i < pages; i++) {
                XPage page = x.page(walk.request());
                meanwhile.run();
                walk = walk.after(page, now);
                page.posts().forEach(post -> heard.add(Long.parseLong(post.id())));
                if (walk.isOver()) {
                    if (walk.hidden().isPresent()) {
                        assertThat(walk.pages())
                                .as("pages before a gap is feared")
                                .isGreaterThanOrEqualTo(8);
                    }
                    walk.hidden().ifPresent(gaps::add);
                    long highest = Math.max(
                            cursor.map(Cursor::highest).orElse(0L),
                            walk.reached().highest());
                    cursor = Optional.of(new Cursor(
                            highest, walk.reached().swept(), walk.reached().walkedAt()));
                    return true;
                }
            }
            return false;
        }

        boolean knowsOf(long id) {
            return heard.contains(id) || gaps.stream().anyMatch(gap -> id > gap.from() && id < gap.to());
        }
    }

    @Property(tries = 2000)
    void whateverComesLateAndWhereverWalksBreakOffASweepHasHeardItAll(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int pageSize) {
        Random random = new Random(seed);
        Timeline x = new Timeline(pageSize);
        Ear ear = new Ear();
        List<Long> waiting = new ArrayList<>();
        Instant now = NOON;
        for (int minute = 0; minute < 50; minute++) {
            now = now.plusSeconds(60);
            for (int i = random.nextInt(3); i > 0; i--) { // in pages of one, more would be too long a walk
                waiting.add(Snowflake.at(now.minusMillis(random.nextInt(60_000))) + random.nextInt(1 << 20));
            }
            waiting.removeIf(id -> random.nextInt(3) > 0 && x.comes(id, random));
            Instant at = now;
            ear.walk(
                    x,
                    random.nextInt(9) == 0 ? Depth.SWEEP : Depth.POLL,
                    now,
                    random.nextInt(6),
                    () -> maybeComes(x, at, random));
        }
        waiting.forEach(id -> x.comes(id, random));
        ear.walk(x, Depth.SWEEP, now, Integer.MAX_VALUE);
        assertThat(ear.heard).containsExactlyInAnyOrderElementsOf(x.shown());
    }

    /** Posts are shown up to an hour late; and when nobody listens, and which sweeps break off, is chance. */
    @Property(tries = 1000)
    void whatIsShownLateAroundMidnightIsHeardWheneverSomebodyListensAgain(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 299) int begin) {
        Random random = new Random(seed);
        Timeline x = new Timeline(7);
        Ear ear = new Ear();
        Map<Long, Instant> waiting = new HashMap<>();
        Instant now = NOON.plus(Duration.ofMinutes(600 + begin));
        Instant sweepDue = now;
        int away = 0;
        for (int minute = 0; minute < 6 * 60; minute++) {
            now = now.plusSeconds(60);
            Instant minuteNow = now;
            boolean lively = minute < 240;
            if (lively && random.nextInt(3) == 0) {
                Instant posted = now.minusMillis(random.nextInt(60_000));
                long late = random.nextInt(4) == 0 ? random.nextInt(3_500) : 0;
                waiting.put(Snowflake.at(posted) + random.nextInt(1 << 20), posted.plusSeconds(late));
            }
            waiting.entrySet().removeIf(post -> !post.getValue().isAfter(minuteNow) && x.comes(post.getKey(), random));
            away = away > 0 ? away - 1 : minute < 230 && random.nextInt(60) == 0 ? random.nextInt(120) : 0;
            if (away == 0) {
                Depth depth = sweepDue.isAfter(now) ? Depth.POLL : Depth.SWEEP;
                boolean complete = ear.walk(
                        x,
                        depth,
                        now,
                        random.nextInt(9) == 0 ? 1 : Integer.MAX_VALUE,
                        lively ? () -> maybeComes(x, minuteNow, random) : () -> {});
                sweepDue = complete && depth == Depth.SWEEP ? now.plus(Duration.ofMinutes(15)) : sweepDue;
            }
        }
        assertThat(waiting).isEmpty();
        assertThat(ear.heard).containsExactlyInAnyOrderElementsOf(x.shown());
    }

    @Property(tries = 1000)
    void whereNothingComesLatePollsHearItAllWhateverXLeavesOutOfItsPages(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int pageSize) {
        Random random = new Random(seed);
        Timeline x = new Timeline(pageSize);
        Ear ear = new Ear();
        Instant now = NOON;
        for (int batch = 0; batch < 6; batch++) {
            int count = random.nextInt(12);
            for (int i = 0; i < count; i++) {
                now = now.plusSeconds(1 + random.nextInt(300));
                x.comes(Snowflake.at(now), random);
            }
            now = now.plusSeconds(60);
            Instant at = now;
            ear.walk(x, Depth.POLL, now, random.nextInt(20), () -> maybeComes(x, at, random));
        }
        ear.walk(x, Depth.POLL, now, Integer.MAX_VALUE);
        assertThat(ear.heard).containsExactlyInAnyOrderElementsOf(x.shown());
    }

    @Property(tries = 200)
    void whatXHidesLiesInAGap(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 1500) int count,
            @ForAll @IntRange(max = 12) int kills) {
        Random random = new Random(seed);
        Timeline x = new Timeline(100);
        Ear ear = new Ear();
        x.there.add(Snowflake.at(NOON.minusSeconds(60)));
        ear.walk(x, Depth.POLL, NOON, 9);
        Instant later = NOON.plus(Duration.ofHours(5));
        for (int i = 0; i < count; i++) {
            x.comes(Snowflake.at(NOON.plusSeconds(i * 10L)) + i, random);
        }
        ear.walk(x, Depth.POLL, later, kills);
        ear.walk(x, Depth.POLL, later, Integer.MAX_VALUE);
        assertThat(x.shown()).allMatch(ear::knowsOf);
        assertThat(ear.gaps.isEmpty()).isEqualTo(count < 800);
    }

    /** While somebody walks. */
    private static void maybeComes(Timeline x, Instant now, Random random) {
        if (random.nextInt(25) == 0) {
            x.comes(Snowflake.at(now.plusMillis(random.nextInt(900))) + random.nextInt(1 << 20), random);
        }
    }

    private static XPost post(long id) {
        String text = Long.toString(id);
        return new XPost(text, "@acme", "7", null, NOON, text, null, null, null, null, List.of(), List.of());
    }
}
