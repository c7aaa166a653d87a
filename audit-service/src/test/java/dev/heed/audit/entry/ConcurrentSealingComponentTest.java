package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.audit.Log;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several writers at the end of one log, as several replicas are: each batch in a transaction of its own. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "audit"))
class ConcurrentSealingComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SealEntries seal;

    @Inject
    Transactions transactions;

    @Test
    void replicas_that_seal_at_once_leave_no_gap_and_nothing_twice() {
        String run = UUID.randomUUID().toString();
        List<Unsealed> events = IntStream.range(0, 200)
                .mapToObj(i -> UnsealedFixture.response(run + "-" + i, run + "-post-" + i, "text"))
                .toList();

        List<Uni<List<Entry>>> replicas = IntStream.range(0, 8)
                .mapToObj(seed -> shuffled(events, seed))
                .map(batch -> transactions.inConnection(connection -> seal.seal(connection, batch)))
                .toList();
        List<List<Entry>> sealed = await(Uni.join().all(replicas).andFailFast());

        assertThat(sealed.stream().mapToInt(List::size).sum()).isEqualTo(events.size());
        assertThat(Log.verification().getBoolean("ok")).isTrue();
    }

    @Test
    void a_crash_after_sealing_and_before_the_commit_leaves_nothing_and_the_repetition_seals_once() {
        String reply = UUID.randomUUID().toString();
        List<Unsealed> batch = List.of(UnsealedFixture.response(reply, reply + "-post", "text"));

        Throwable crash = await(transactions
                .inConnection(connection -> seal.seal(connection, batch)
                        .chain(ignored -> Uni.createFrom().<Throwable>failure(new IllegalStateException("crash"))))
                .onFailure()
                .recoverWithItem(failure -> failure));
        assertThat(crash).hasMessage("crash");
        assertThat(Log.entries("reply", reply)).isEmpty();

        List<Entry> first = await(transactions.inConnection(connection -> seal.seal(connection, batch)));
        List<Entry> again = await(transactions.inConnection(connection -> seal.seal(connection, batch)));
        assertThat(first).hasSize(1);
        assertThat(again).isEmpty();
        assertThat(Log.entries("reply", reply)).hasSize(1);
        assertThat(Log.verification().getBoolean("ok")).isTrue();
    }

    /** Each replica got most of the events, in an order of its own. */
    private static List<Unsealed> shuffled(List<Unsealed> events, int seed) {
        List<Unsealed> batch = new ArrayList<>(events);
        Collections.shuffle(batch, new Random(seed));
        return seed == 0 ? batch : batch.subList(0, 150);
    }

    private static <T> T await(Uni<T> work) {
        return Objects.requireNonNull(work.await().atMost(PATIENCE));
    }
}
