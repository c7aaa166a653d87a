package dev.heed.ingestion.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.rota.Depth;
import dev.heed.x.XMessage;
import dev.heed.x.XMessagePage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageWalkTest {

    private static final Instant NOW = Instant.parse("2026-11-10T10:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(7));
    private static final MessageWalk FIRST = MessageWalk.first(FROM);

    @Test
    void aWalkIsOverWhereItMeetsWhatAnEarlierOneHeard() {
        MessageWalk walk = known().after(page("more", 100, 90), Depth.POLL, NOW);
        assertThat(walk.over()).isFalse();
        assertThat(walk.highest()).isEqualTo(id(60));
        assertThat(walk.token())
                .as("a glance's token is of a page of another size")
                .isNull();
        assertThat(walk.most()).isEqualTo(100);

        MessageWalk last = walk.after(page("more", 80, 50), Depth.POLL, NOW);
        assertThat(last.over()).isTrue();
        assertThat(last.highest()).isEqualTo(id(100));
        assertThat(last.token()).isNull();
    }

    @Test
    void whatCameALittleBeforeTheCursorIsLookedAtAgain() {
        MessageWalk walk = known().after(page("more", 61, 59), Depth.POLL, NOW);
        assertThat(walk.over()).isFalse();
    }

    @Test
    void aSweepLooksAnHourBackForWhatXShowsLate() {
        assertThat(known().after(page("more", 61, 1), Depth.SWEEP, NOW).over()).isFalse();
        assertThat(known().after(page("more", 61, -1), Depth.SWEEP, NOW).over()).isTrue();
    }

    @Test
    void whatCameBetweenTheLastWalkAndTheOldestThatXShowsIsLost() {
        Instant late = NOW.plus(Duration.ofDays(40));
        int day = 24 * 60;
        assertThat(known().lost(page(null, 39 * day, 11 * day), late))
                .hasValue(new MessageWalk.Lost(id(60), Snowflake.at(late.minus(Duration.ofDays(30)))));
        assertThat(known().lost(page(null), late)).isPresent();
        assertThat(known().lost(page("more", 39 * day), late)).isEmpty();
        assertThat(known().lost(page(null, 39 * day, 60), NOW.plus(Duration.ofDays(29))))
                .isEmpty();
        assertThat(FIRST.lost(page(null, 39 * day), late)).isEmpty();
    }

    @Test
    void whereNobodyWroteForMonthsNothingIsLost() {
        MessageWalk quiet = new MessageWalk(FROM, id(-200 * 24 * 60), NOW, null, 0, false);
        assertThat(quiet.lost(page(null), NOW.plusSeconds(90))).isEmpty();
    }

    @Test
    void aFirstWalkGoesBackNoFurtherThanWanted() {
        MessageWalk walk = FIRST.after(page("more", 0, -8 * 24 * 60), Depth.POLL, NOW);
        assertThat(walk.over()).isTrue();
        assertThat(walk.wanted(page("more", 0, -8 * 24 * 60))).hasSize(1);
    }

    @Test
    void whereNobodyWroteAWalkIsOneGlance() {
        assertThat(MessageWalk.first(FROM).most())
                .as("there is nothing that a glance could meet")
                .isEqualTo(100);
        assertThat(known().most()).isEqualTo(10);
        MessageWalk walk = known().after(page("more", 60, 50), Depth.POLL, NOW);
        assertThat(walk.over()).isTrue();
        assertThat(walk.most()).isEqualTo(10);
    }

    @Test
    void aGlanceThatShowsNothingIsNotTakenAgain() {
        MessageWalk walk = known().after(page("more"), Depth.POLL, NOW);
        assertThat(walk.over()).isFalse();
        assertThat(walk.most()).isEqualTo(100);
        assertThat(walk.after(page("yet more"), Depth.POLL, NOW).token()).isEqualTo("yet more");
    }

    @Test
    void noMessagesAreTheEnd() {
        assertThat(FIRST.after(new XMessagePage(List.of(), null, List.of()), Depth.POLL, NOW))
                .isEqualTo(new MessageWalk(FROM, 0, NOW, null, 0, true));
    }

    /** Messages come all the time, and each turn makes only so many calls: whatever was sent is heard when all is quiet. */
    @Property(tries = 200)
    void brokenOffAnywhereAndGoneOnNothingIsMissed(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 6) Integer> arrivals,
            @ForAll @IntRange(min = 1, max = 3) int callsPerTurn) {
        List<Integer> there = new ArrayList<>();
        Set<String> heard = new HashSet<>();
        MessageWalk walk = FIRST;
        int minute = 0;
        for (int arriving : arrivals) {
            for (int i = 0; i < arriving; i++) {
                there.add(minute += 5);
            }
            walk = turn(walk, there, heard, callsPerTurn);
        }
        for (int quiet = 0; quiet < 100 && heard.size() < there.size(); quiet++) {
            walk = turn(walk, there, heard, callsPerTurn);
        }
        assertThat(heard).hasSize(there.size());
    }

    private static MessageWalk turn(MessageWalk begun, List<Integer> there, Set<String> heard, int calls) {
        MessageWalk walk =
                new MessageWalk(begun.from(), begun.highest(), begun.walkedAt(), begun.token(), begun.met(), false);
        for (int call = 0; call < calls && !walk.over(); call++) {
            XMessagePage page = show(there, walk.token(), walk.most() / 5);
            page.messages().forEach(message -> heard.add(message.id()));
            walk = walk.after(page, Depth.POLL, NOW);
        }
        return walk;
    }

    /** A token names the oldest that was shown. */
    private static XMessagePage show(List<Integer> there, @Nullable String token, int most) {
        List<Integer> older = there.stream()
                .filter(minute -> token == null || minute < Integer.parseInt(token))
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Integer> shown = older.stream().limit(most).toList();
        return new XMessagePage(
                shown.stream().map(MessageWalkTest::message).toList(),
                older.size() > most ? Integer.toString(shown.getLast()) : null,
                List.of());
    }

    /** All up to an hour after the present was heard. */
    private static MessageWalk known() {
        return new MessageWalk(FROM, id(60), NOW, null, 0, false);
    }

    private static XMessagePage page(@Nullable String token, int... minutes) {
        List<XMessage> messages = new ArrayList<>();
        for (int minute : minutes) {
            messages.add(message(minute));
        }
        return new XMessagePage(messages, token, List.of());
    }

    private static XMessage message(int minute) {
        return new XMessage(
                Long.toString(id(minute)), null, "77", null, "hi", NOW.plus(Duration.ofMinutes(minute)), 0, List.of());
    }

    private static long id(int minute) {
        return (NOW.plus(Duration.ofMinutes(minute)).toEpochMilli() - 1_288_834_974_657L) << 22;
    }
}
