package dev.heed.reply.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.reply.publication.PublicationState.AwaitingSeal;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Ready;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Sending;
import dev.heed.reply.publication.PublicationState.Settling;
import dev.heed.reply.publication.PublicationState.Unsettled;
import dev.heed.reply.timeline.Reading;
import dev.heed.x.RateLimit;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever X answers, however late it shows a post, and wherever the process dies: at most one post, and what we say of it
 * is true.
 *
 * <p>The states and the rules are the real ones; X, the clock and the crashes are a model.
 */
class ExactlyOncePropertyTest {
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final Settling.Times TIMES = new Settling.Times(SETTLE);

    enum Answer {
        GIVEN,
        REFUSED,
        DUPLICATE,
        LIMITED,
        UNAUTHORIZED,
        ERROR_AFTER_POSTING,
        ERROR_BEFORE_POSTING
    }

    enum Crash {
        NEVER,
        BEFORE_THE_CALL,
        AFTER_THE_CALL
    }

    /** What happens the next time that something is done. */
    record Fate(Answer answer, Crash crash, int shownAfterSeconds, boolean timelineFails) {}

    @Property(tries = 5_000)
    void x_holds_at_most_one_post_and_we_never_say_otherwise(@ForAll("fates") List<Fate> fates) {
        World world = new World();
        Iterator<Fate> next = fates.iterator();
        while (next.hasNext() && world.state.due().isPresent()) {
            world.step(next.next());
            assertThat(world.shownAt).as("posts on X").hasSizeLessThanOrEqualTo(1);
            assertThat(world.state.attempt()).isLessThanOrEqualTo(2);
        }
        switch (world.state) {
            case Published published -> assertThat(world.shownAt).hasSize(1);
            case Refused refused -> assertThat(world.shownAt).isEmpty();
            case Unsettled unsettled -> assertThat(unsettled.attempt()).isEqualTo(2);
            default -> {}
        }
    }

    @Provide
    Arbitrary<List<Fate>> fates() {
        return Combinators.combine(
                        Arbitraries.of(Answer.class),
                        Arbitraries.of(Crash.class),
                        Arbitraries.integers().between(0, (int) SETTLE.toSeconds() - 1),
                        Arbitraries.of(true, false))
                .as(Fate::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static final class World {
        private final List<Instant> shownAt = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-21T10:00:00Z");
        private long epoch = 1;
        PublicationState state = new AwaitingSeal().sealed(now);

        void step(Fate fate) {
            Instant due = state.due().orElseThrow();
            now = due.isAfter(now) ? due : now;
            state = switch (state) {
                case Ready ready -> send(ready, fate);
                case Sending lost -> lost.unknown(UnknownCause.CALLER_LOST, "lost", now, TIMES);
                case Settling settling -> settling.read(look(fate), now, now.plusSeconds(5), TIMES);
                default -> throw new AssertionError(state + " is due");
            };
        }

        private PublicationState send(Ready ready, Fate fate) {
            Sending sending = ready.sending(epoch, "hash", now, now.plusSeconds(15));
            if (fate.crash() == Crash.BEFORE_THE_CALL) {
                epoch++;
                return sending;
            }
            XAnswer<String> answer = call(fate);
            now = now.plusSeconds(10);
            if (fate.crash() == Crash.AFTER_THE_CALL) {
                epoch++;
                return sending;
            }
            return new Conclusion(now, Duration.ofSeconds(5), TIMES).of(sending, answer);
        }

        private XAnswer<String> call(Fate fate) {
            return switch (fate.answer()) {
                case GIVEN -> {
                    post(fate);
                    yield new XAnswer.Given<>("99", RateLimit.UNKNOWN);
                }
                case ERROR_AFTER_POSTING -> {
                    post(fate);
                    yield new XAnswer.Unclear<>("503");
                }
                case ERROR_BEFORE_POSTING -> new XAnswer.Unclear<>("503");
                case DUPLICATE -> new XAnswer.Refused<>(Refusal.DUPLICATE, 403, "duplicate");
                case REFUSED -> new XAnswer.Refused<>(Refusal.NOT_SUMMONED, 403, "no");
                case UNAUTHORIZED -> new XAnswer.Refused<>(Refusal.UNAUTHORIZED, 401, "no");
                case LIMITED -> new XAnswer.Limited<>(now.plusSeconds(60), "slow");
            };
        }

        private void post(Fate fate) {
            shownAt.add(now.plusSeconds(fate.shownAfterSeconds()));
        }

        private Reading look(Fate fate) {
            if (fate.timelineFails()) {
                return new Reading.NotRead("503", null);
            }
            Optional<Instant> shown =
                    shownAt.stream().filter(at -> !at.isAfter(now)).findFirst();
            return shown.<Reading>map(at -> new Reading.Found("99", at)).orElseGet(Reading.Absent::new);
        }
    }
}
