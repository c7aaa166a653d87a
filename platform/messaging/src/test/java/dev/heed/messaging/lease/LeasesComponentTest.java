package dev.heed.messaging.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.Eventually;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "messaging"))
class LeasesComponentTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Inject
    Pool pool;

    @Inject
    Leases ours;

    @Test
    void the_second_holder_waits_until_the_first_gives_back_and_gets_a_higher_epoch() {
        Leases others = new Leases(pool, "others");
        Lease first = await(ours.acquire("given-back", LONG)).orElseThrow();

        Optional<Lease> refused = await(others.acquire("given-back", LONG));
        await(ours.release(first));
        Lease second = await(others.acquire("given-back", LONG)).orElseThrow();

        assertThat(refused).isEmpty();
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(first.expiresAt()).isAfter(Instant.now());
    }

    @Test
    void an_expired_lease_is_anybodys_and_the_late_holder_is_fenced_off() throws Exception {
        Leases others = new Leases(pool, "others");
        Lease late = await(ours.acquire("expired", SHORT)).orElseThrow();
        Lease[] taken = new Lease[1];
        Eventually.assertThat(() ->
                taken[0] = await(others.acquire("expired", LONG)).orElseThrow(() -> new AssertionError("not yet")));

        assertThat(taken[0].epoch()).isEqualTo(late.epoch() + 1);
        assertThat(await(ours.renew(late))).isFalse();
        assertThat(holds(ours, late)).isFalse();
        assertThat(holds(others, taken[0])).isTrue();
        await(ours.release(late));
        assertThat(holds(others, taken[0])).isTrue();
    }

    @Test
    void work_that_wakes_after_its_lease_expired_is_fenced_off_from_what_its_own_process_does_anew() throws Exception {
        Lease late = await(ours.acquire("woken", SHORT)).orElseThrow();
        Eventually.assertThat(() -> assertThat(holds(ours, late)).isFalse());
        Lease anew = await(ours.acquire("woken", LONG)).orElseThrow();

        assertThat(anew.epoch()).isEqualTo(late.epoch() + 1);
        assertThat(holds(ours, late)).isFalse();
        assertThat(holds(ours, anew)).isTrue();
    }

    @Test
    void acquiring_again_keeps_the_epoch_and_extends() {
        Lease first = await(ours.acquire("again", LONG)).orElseThrow();

        Lease again = await(ours.acquire("again", LONG)).orElseThrow();

        assertThat(again.epoch()).isEqualTo(first.epoch());
        assertThat(again.expiresAt()).isAfter(first.expiresAt());
        assertThat(await(ours.renew(again))).isTrue();
    }

    @Test
    void nobody_else_becomes_holder_while_a_fenced_transaction_is_open() throws Exception {
        Leases others = new Leases(pool, "others");
        Lease lease = await(ours.acquire("fenced", Duration.ofMillis(500))).orElseThrow();
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        var work = pool.withTransaction(connection -> ours.holds(connection, lease)
                        .invoke(held::complete)
                        .chain(() -> Uni.createFrom().completionStage(end)))
                .subscribeAsCompletionStage();
        assertThat(held.get(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Optional<Lease>> next =
                attemptUntilTaken(others, "fenced").subscribeAsCompletionStage();

        Eventually.assertThat(() -> assertThat(waitingForLocks()).isPositive());
        assertThat(next).isNotDone();
        end.complete(null);
        work.get(10, TimeUnit.SECONDS);
        assertThat(next.get(10, TimeUnit.SECONDS).orElseThrow().epoch()).isEqualTo(lease.epoch() + 1);
    }

    private Uni<Optional<Lease>> attemptUntilTaken(Leases leases, String name) {
        return leases.acquire(name, LONG)
                .chain(taken -> taken.isPresent() ? Uni.createFrom().item(taken) : attemptUntilTaken(leases, name));
    }

    private long waitingForLocks() {
        return await(pool.query("select count(*) from pg_locks where not granted")
                        .execute())
                .iterator()
                .next()
                .getLong(0);
    }

    private boolean holds(Leases leases, Lease lease) {
        return await(pool.withTransaction(connection -> leases.holds(connection, lease)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
