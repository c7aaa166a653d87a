package dev.heed.ingestion.rota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Quota;
import dev.heed.ingestion.quota.TokenKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Turns over hours of listening, against an X whose limit is counted. */
class RotaPropertyTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final Duration FLOOR = Duration.ofSeconds(2);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Pace PACE =
            new Pace(FLOOR, Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(15), Night.NONE);

    @Property(tries = 20)
    void sourcesThatKeepToTheirTurnsSpendNoMoreThanXAllowsAndNoneIsForgotten(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 60, max = 450) int limit,
            @ForAll long seed) {
        Play play = new Play(count, limit, new Random(seed));
        Map<Source, Instant> last = new HashMap<>();
        for (Instant now = START; now.isBefore(START.plus(Duration.ofHours(1))); now = now.plus(TICK)) {
            for (Source source : play.tick(now, 0.2)) {
                Instant before = last.put(source, now);
                if (before != null) {
                    assertThat(Duration.between(before, now)).isGreaterThanOrEqualTo(FLOOR);
                }
            }
        }
        assertThat(play.overspent).isZero();
        assertThat(last).hasSize(count);
        // whatever the limit: a new window opens every quarter of an hour, and the longest waiting come first
        assertThat(last.values()).allMatch(at -> at.isAfter(START.plus(Duration.ofMinutes(25))));
    }

    @Property(tries = 20)
    void whoeverTalksIsHeardWithinAnEighthOfItsSilence(
            @ForAll @IntRange(min = 1, max = 400) int pauseSeconds, @ForAll long seed) {
        Play play = new Play(1, 450, new Random(seed));
        Instant posted = START.plusSeconds(10);
        Instant heard = START;
        for (Instant now = START; now.isBefore(START.plusSeconds(3_000)); now = now.plus(TICK)) {
            boolean there = posted.isBefore(now);
            for (Source source : play.due(now)) {
                play.end(source, there ? 1 : 0, now);
                if (there) {
                    Duration late = Duration.between(posted, now);
                    Duration silence = Duration.between(heard, posted);
                    assertThat(late).isLessThan(silence.dividedBy(7).plus(FLOOR).plus(TICK.multipliedBy(2)));
                    heard = now;
                    posted = now.plusSeconds(1 + play.random.nextInt(pauseSeconds));
                    there = false;
                }
            }
        }
    }

    /** 10,000 in a minute; X shows 800 at most, so less than that may come between two turns. */
    @Test
    void aBurstIsFollowedWithoutEverReachingWhatXShowsAtMost() {
        Play play = new Play(20, 450, new Random(1));
        // a quarter of an hour of nothing much: the window is not used up when the burst comes
        Instant burst = START.plusSeconds(400);
        Source busy = play.sources.getFirst();
        double waiting = 0;
        double most = 0;
        double heard = 0;
        for (Instant now = START; now.isBefore(burst.plusSeconds(90)); now = now.plus(TICK)) {
            if (!now.isBefore(burst) && now.isBefore(burst.plusSeconds(60))) {
                waiting += 10_000.0 / 300;
            }
            for (Source source : play.due(now)) {
                int fresh = source.equals(busy) ? (int) waiting : 0;
                play.spend(1 + fresh / 100);
                play.end(source, fresh, now);
                if (source.equals(busy) && now.isAfter(burst.plusSeconds(10))) {
                    most = Math.max(most, waiting);
                }
                if (source.equals(busy)) {
                    heard += fresh;
                    waiting -= fresh;
                }
            }
        }
        assertThat(most).isLessThan(800);
        assertThat(heard).isBetween(9_990.0, 10_010.0);
        assertThat(play.overspent).isZero();
    }

    /** The rota, its sources, and X's window. */
    private static final class Play {

        private final Rota rota = new Rota(PACE, Duration.ofSeconds(5));
        private final List<Source> sources;
        private final int limit;
        private final Random random;
        private Instant reset = START.plus(Duration.ofMinutes(15));
        private int left;
        private int overspent;

        Play(int count, int limit, Random random) {
            this.sources =
                    IntStream.rangeClosed(1, count).mapToObj(Given::mentions).toList();
            this.limit = limit;
            this.left = limit;
            this.random = random;
            rota.meet(sources, any -> START, any -> false, START);
        }

        /** Those whose turn it was, all of them ended. */
        List<Source> tick(Instant now, double talking) {
            List<Source> had = due(now);
            for (Source source : had) {
                int heard = random.nextDouble() < talking ? random.nextInt(50) : 0;
                spend(1);
                end(source, heard, now);
            }
            return had;
        }

        List<Source> due(Instant now) {
            if (!now.isBefore(reset)) {
                reset = now.plus(Duration.ofMinutes(15));
                left = limit;
            }
            List<Source> due = new ArrayList<>();
            rota.take(any -> share(), now).forEach(one -> due.add(one.source()));
            return due;
        }

        void spend(int calls) {
            left -= calls;
            // the gate stands between: what is not left is not asked
            overspent += left < -8 ? 1 : 0;
            left = Math.max(left, 0);
        }

        void end(Source source, int heard, Instant now) {
            rota.done(source, new TurnEnd.Complete(heard), new Rota.Means(share(), 1), now);
        }

        private Share share() {
            Instant closed = left <= 0 ? reset : Instant.EPOCH;
            return new Share(Endpoint.MENTIONS, TokenKey.APP, new Quota(limit, left, reset, closed));
        }
    }
}
