package dev.heed.ingestion.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.AccountId;
import dev.heed.x.RateLimit;
import dev.heed.x.XAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever X's windows are and however its answers come, it never has to say that it is too much. */
class GatePropertyTest {

    private static final Ask ASK = new Ask(Endpoint.MENTIONS, new AccountId("1"), TokenKey.APP);
    private static final Instant START = Instant.parse("2026-11-01T10:00:00.123Z");

    @Property(tries = 100)
    void theGateNeverLetsMoreThroughThanXAllowsAndOpensAfterTheReset(
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @IntRange(min = 6, max = 120) int windowSeconds,
            @ForAll @IntRange(min = 1, max = 50) int sources,
            @ForAll long seed) {
        Play play = new Play(limit, windowSeconds, 0, new Random(seed));
        Instant end = play.run(sources);
        assertThat(play.refused).isZero();
        assertThat(play.windowsUsed).isGreaterThanOrEqualTo(play.windowsThatCouldBeUsed(end));
    }

    /** With few calls in a window and lost answers nobody can know that they are used up: one call finds out. */
    @Property(tries = 100)
    void whereAnswersAreLostOneCallAWindowAtMostIsTooMuch(
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @IntRange(min = 6, max = 120) int windowSeconds,
            @ForAll @IntRange(min = 1, max = 50) int sources,
            @ForAll @IntRange(min = 1, max = 60) int lostOfHundred,
            @ForAll long seed) {
        Play play = new Play(limit, windowSeconds, lostOfHundred, new Random(seed));
        Instant end = play.run(sources);
        assertThat(play.mostRefusedInAWindow).isLessThanOrEqualTo(1);
        assertThat(play.windowsUsed).isGreaterThanOrEqualTo(play.windowsThatCouldBeUsed(end));
    }

    /** X, the calls under way to it and the answers on their way back, in any order. */
    private static final class Play {

        private final Gate gate = new Gate();
        private final int limit;
        private final Duration length;
        private final int lostOfHundred;
        private final Random random;
        private final List<Call> calls = new ArrayList<>();
        private Instant end = Instant.MIN;
        private int used;
        private int refused;
        private int refusedInThis;
        private int mostRefusedInAWindow;
        private int windowsUsed;

        Play(int limit, int windowSeconds, int lostOfHundred, Random random) {
            this.limit = limit;
            this.length = Duration.ofSeconds(windowSeconds);
            this.lostOfHundred = lostOfHundred;
            this.random = random;
        }

        /** @param answer null until X has served it */
        private record Call(
                Pass.Granted pass,
                Instant served,
                Instant back,
                @Nullable XAnswer<?> answer) {}

        Instant run(int sources) {
            Instant now = START;
            for (int step = 0; step < 3_000; step++) {
                now = now.plusMillis(random.nextInt(200));
                serveAndAnswer(now);
                for (int source = 0; source < sources; source++) {
                    begin(now);
                }
            }
            return now;
        }

        void begin(Instant now) {
            if (gate.admit(ASK, now) instanceof Pass.Granted pass) {
                Instant served = now.plusMillis(random.nextInt(1_000));
                calls.add(new Call(pass, served, served.plusMillis(random.nextInt(1_000)), null));
            }
        }

        void serveAndAnswer(Instant now) {
            calls.sort(java.util.Comparator.comparing(Call::served));
            calls.replaceAll(call -> call.answer() == null && !call.served().isAfter(now)
                    ? new Call(call.pass(), call.served(), call.back(), serve(call.served()))
                    : call);
            List<Call> back = calls.stream()
                    .filter(call -> call.answer() != null && !call.back().isAfter(now))
                    .toList();
            calls.removeAll(back);
            back.forEach(call -> gate.settle(call.pass(), java.util.Objects.requireNonNull(call.answer()), now));
        }

        private XAnswer<?> serve(Instant at) {
            if (!at.isBefore(end)) {
                end = at.plus(length);
                used = 0;
                refusedInThis = 0;
                windowsUsed++;
            }
            if (used >= limit) {
                refused++;
                mostRefusedInAWindow = Math.max(mostRefusedInAWindow, ++refusedInThis);
                return new XAnswer.Limited<>(end, "Too Many Requests");
            }
            used++;
            return random.nextInt(100) < lostOfHundred
                    ? new XAnswer.Unclear<>("the answer was lost")
                    // X tells whole seconds
                    : new XAnswer.Given<>(
                            "", new RateLimit(limit, limit - used, Instant.ofEpochSecond(end.getEpochSecond())));
        }

        /** A window begins with its first call. Every one, but for the time that a call and its answer take, and that X's cut second costs. */
        int windowsThatCouldBeUsed(Instant now) {
            return (int) (Duration.between(START, now).toMillis() / (length.toMillis() + 5_000));
        }
    }
}
