package dev.heed.ingestion.rota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Quota;
import dev.heed.x.RateLimit;
import dev.heed.x.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotaTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Quota OPEN = new Quota(RateLimit.UNKNOWN, Instant.EPOCH);
    private static final List<Source> ACME = sources(1);

    private final Rota rota = new Rota(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(15));

    @Test
    void aNewAccountIsDueAtOnceAndOnlyOnceAtATime() {
        assertThat(take(NOW)).containsExactly(new Rota.Due(ACME.getFirst(), Depth.POLL));
        assertThat(take(NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void afterACompleteWalkTheNextIsDueAfterTheFloor() {
        endWith(new TurnEnd.Complete(3));
        assertThat(take(NOW.plusMillis(1999))).isEmpty();
        assertThat(take(NOW.plusSeconds(2))).hasSize(1);
    }

    @Test
    void aLimitIsWaitedOut() {
        endWith(new TurnEnd.Waiting(NOW.plusSeconds(700)));
        assertThat(take(NOW.plusSeconds(699))).isEmpty();
        assertThat(take(NOW.plusSeconds(700))).hasSize(1);
    }

    @Test
    void nobodyIsTakenWhileTheQuotaIsClosed() {
        Quota closed = new Quota(RateLimit.UNKNOWN, NOW.plusSeconds(10));
        assertThat(rota.take(ACME, any -> closed, NOW)).isEmpty();
        assertThat(rota.take(ACME, any -> closed, NOW.plusSeconds(10))).hasSize(1);
    }

    @Test
    void failuresDoubleThePauseUpToAMinute() {
        Instant now = NOW;
        for (int pause : new int[] {4, 8, 16, 32, 60, 60}) {
            assertThat(take(now)).hasSize(1);
            rota.done(ACME.getFirst(), new TurnEnd.Broken("reset"), OPEN, now);
            assertThat(take(now.plusSeconds(pause).minusMillis(1))).isEmpty();
            now = now.plusSeconds(pause);
        }
    }

    @Test
    void aRefusalIsTriedAgainAfterAMinute() {
        endWith(new TurnEnd.Refused(Refusal.CREDITS_DEPLETED, "no credits"));
        assertThat(take(NOW.plusSeconds(59))).isEmpty();
        assertThat(take(NOW.plusSeconds(60))).hasSize(1);
    }

    @Test
    void whereAnotherPollsTheAccountIsLeftAlone() {
        endWith(new TurnEnd.Standby());
        assertThat(take(NOW.plusSeconds(4))).isEmpty();
        assertThat(take(NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void aSweepIsDueEveryQuarterOfAnHourAndOwedUntilItIsComplete() {
        endWith(new TurnEnd.Complete(0));
        Instant later = NOW.plus(Duration.ofMinutes(15));
        assertThat(take(later)).extracting(Rota.Due::depth).containsExactly(Depth.SWEEP);
        rota.done(ACME.getFirst(), new TurnEnd.Broken("reset"), OPEN, later);
        assertThat(take(later.plusSeconds(4))).extracting(Rota.Due::depth).containsExactly(Depth.SWEEP);
        rota.done(ACME.getFirst(), new TurnEnd.Complete(1), OPEN, later.plusSeconds(4));
        assertThat(take(later.plusSeconds(6))).extracting(Rota.Due::depth).containsExactly(Depth.POLL);
    }

    @Test
    void onlySoManyWalkAtATimeAndTheLongestWaitingComesFirst() {
        List<Source> many = sources(20);
        List<Rota.Due> first = rota.take(many, any -> OPEN, NOW);
        assertThat(first).hasSize(8);
        assertThat(rota.take(many, any -> OPEN, NOW.plusSeconds(1))).isEmpty();
        first.forEach(due -> rota.done(due.source(), new TurnEnd.Complete(0), OPEN, NOW.plusSeconds(1)));
        assertThat(rota.take(many, any -> OPEN, NOW.plusSeconds(10)))
                .extracting(due -> due.source().key())
                .doesNotContainAnyElementsOf(
                        first.stream().map(due -> due.source().key()).toList());
    }

    private void endWith(TurnEnd end) {
        take(NOW);
        rota.done(ACME.getFirst(), end, OPEN, NOW);
    }

    private List<Rota.Due> take(Instant now) {
        return rota.take(ACME, any -> OPEN, now);
    }

    private static List<Source> sources(int count) {
        return IntStream.rangeClosed(1, count).<Source>mapToObj(Silent::new).toList();
    }

    /** A source that has nothing to say. */
    private record Silent(int number) implements Source {

        @Override
        public SourceKey key() {
            return new SourceKey("mentions:" + number);
        }

        @Override
        public AccountId account() {
            return new AccountId(Integer.toString(number));
        }

        @Override
        public String name() {
            return "mentions of @a" + number;
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.MENTIONS;
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            return Uni.createFrom().item(new TurnEnd.Complete(0));
        }
    }
}
