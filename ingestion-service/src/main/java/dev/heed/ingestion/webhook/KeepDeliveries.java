package dev.heed.ingestion.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Keeps deliveries before they are answered, those that arrive together in one commit, so that a burst costs a few commits
 * and not thousands.
 *
 * <p>Whoever waits too long is told so while X still listens: X delivers again, and the sweep finds what it gives up. What is
 * kept late all the same is known when it comes again.
 */
@ApplicationScoped
class KeepDeliveries {

    private static final Logger LOG = Logger.getLogger(KeepDeliveries.class);

    /** X waits three seconds at least; the answer needs some of them. */
    static final Duration PATIENCE = Duration.ofMillis(2_500);

    private static final int MOST_AT_ONCE = 2_000;
    private static final long MOST_BYTES_AT_ONCE = 8 << 20;
    private static final long MOST_BYTES_WAITING = 64 << 20;
    private static final int MOST_COMMITS = 2;
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(10);

    private final Deliveries deliveries;
    private final WorkDeliveries working;
    private final MeterRegistry meters;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger commits = new AtomicInteger();

    /** A delivery and who waits for it to be kept. */
    private record Waiting(Delivery delivery, UniEmitter<? super Kept> asker) {}

    KeepDeliveries(Deliveries deliveries, WorkDeliveries working, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.working = working;
        this.meters = meters;
    }

    /** Whether a delivery is kept. */
    enum Kept {
        /** It is, now or since an earlier delivery. */
        SAFE,
        /** It may be or not: the database did not say so in time. */
        UNKNOWN,
        /** It is not: too many wait already. */
        FULL
    }

    /** Tells within {@link #PATIENCE}; never fails. */
    Uni<Kept> keep(Delivery delivery) {
        int size = delivery.body().length();
        if (bytes.addAndGet(size) > MOST_BYTES_WAITING) {
            bytes.addAndGet(-size);
            return Uni.createFrom().item(Kept.FULL).invoke(this::count);
        }
        return Uni.createFrom()
                .<Kept>emitter(asker -> {
                    queue.add(new Waiting(delivery, asker));
                    commit();
                })
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Kept.UNKNOWN)
                .invoke(this::count);
    }

    private void commit() {
        while (!queue.isEmpty()) {
            if (commits.incrementAndGet() > MOST_COMMITS) {
                commits.decrementAndGet();
                return;
            }
            List<Waiting> batch = batch();
            if (batch.isEmpty()) {
                commits.decrementAndGet();
                return;
            }
            var _ = Uni.createFrom()
                    .deferred(() ->
                            deliveries.add(batch.stream().map(Waiting::delivery).toList()))
                    .ifNoItem()
                    .after(LONGEST_COMMIT)
                    .fail()
                    .subscribe()
                    .with(added -> over(batch, Kept.SAFE), failure -> {
                        LOG.warnf(
                                "%d deliveries could not be kept: %s",
                                batch.size(), failure.getClass().getName());
                        over(batch, Kept.UNKNOWN);
                    });
        }
    }

    private List<Waiting> batch() {
        List<Waiting> batch = new ArrayList<>();
        long size = 0;
        while (batch.size() < MOST_AT_ONCE && size < MOST_BYTES_AT_ONCE) {
            Waiting next = queue.poll();
            if (next == null) {
                break;
            }
            size += next.delivery().body().length();
            batch.add(next);
        }
        return batch;
    }

    private void over(List<Waiting> batch, Kept kept) {
        commits.decrementAndGet();
        batch.forEach(waiting -> {
            bytes.addAndGet(-waiting.delivery().body().length());
            waiting.asker().complete(kept);
        });
        if (kept == Kept.SAFE) {
            working.wake();
        }
        commit();
    }

    private void count(Kept kept) {
        String outcome = switch (kept) {
            case SAFE -> "kept";
            case UNKNOWN -> "late";
            case FULL -> "full";
        };
        meters.counter("heed.ingestion.deliveries", "outcome", outcome).increment();
    }
}
