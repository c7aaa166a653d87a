package dev.heed.ingestion.webhook;

import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Works what is kept, in the order of arrival, in one process at a time: at once where this process kept it, else within half
 * a second. What fails alone is tried again later, and keeps nobody else waiting.
 */
@ApplicationScoped
class WorkDeliveries {

    private static final Logger LOG = Logger.getLogger(WorkDeliveries.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration PURGE = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    /** For one batch: many times what a slow X takes. Who waits longer waits for an answer that does not come. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int BATCH = 200;
    private static final int MOST_ATTEMPTS = 10;

    private final Vertx vertx;
    private final Deliveries deliveries;
    private final WorkBatch working;
    private final BookDeliveries booking;
    private final Leases leases;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean more = new AtomicBoolean();
    private final AtomicLong backlog = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();

    WorkDeliveries(
            Vertx vertx,
            Deliveries deliveries,
            WorkBatch working,
            BookDeliveries booking,
            Leases leases,
            MeterRegistry meters,
            Clock clock) {
        this.vertx = vertx;
        this.booking = booking;
        this.deliveries = deliveries;
        this.working = working;
        this.leases = leases;
        this.clock = clock;
        Gauge.builder("heed.ingestion.deliveries.waiting", backlog, AtomicLong::doubleValue)
                .description("Deliveries of X's that are kept and not worked yet")
                .register(meters);
        Gauge.builder("heed.ingestion.deliveries.unreadable", unreadable, AtomicLong::doubleValue)
                .description("Deliveries of the last week that could not be read")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(TICK.toMillis(), timer -> wake());
        vertx.setPeriodic(TICK.toMillis(), PURGE.toMillis(), timer -> quietly(deliveries.purge()));
        vertx.setPeriodic(Duration.ofSeconds(10).toMillis(), timer -> quietly(look()));
    }

    /** There is, or may be, something to work. */
    void wake() {
        more.set(true);
        if (busy.compareAndSet(false, true)) {
            more.set(false);
            var _ = all(LONGEST)
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(
                            done -> {
                                if (more.get()) {
                                    wake();
                                }
                            },
                            failure -> LOG.warnf(
                                    "Deliveries wait, and are worked later: %s",
                                    failure.getClass().getName()));
        }
    }

    /**
     * Works all that wait; ends at once where another process does so.
     *
     * @param longest for one batch; fails where one takes longer
     */
    Uni<Void> all(Duration longest) {
        return deliveries
                .waiting(1)
                .chain(first -> first.isEmpty()
                        ? Uni.createFrom().item(Optional.<Lease>empty())
                        : leases.acquire("work deliveries", LEASE))
                .ifNoItem()
                .after(longest)
                .fail()
                .chain(lease -> lease.map(taken -> next(taken, longest))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> next(Lease lease, Duration longest) {
        return deliveries
                .waiting(BATCH)
                .chain(batch -> batch.isEmpty()
                        ? Uni.createFrom().item(false)
                        : booking.book(batch)
                                .chain(() -> some(batch, lease))
                                .chain(held -> held
                                        ? leases.renew(lease)
                                        : Uni.createFrom().item(false)))
                .plug(work -> holding(lease, work))
                .ifNoItem()
                .after(longest)
                .fail()
                .chain(more -> more ? next(lease, longest) : Uni.createFrom().voidItem());
    }

    /** X may be asked for each account of a batch, one after the other: in all that may take longer than the lease. */
    private Uni<Boolean> holding(Lease lease, Uni<Boolean> work) {
        return Uni.createFrom().deferred(() -> {
            long renewing = vertx.setPeriodic(RENEWAL.toMillis(), timer -> quietly(leases.renew(lease)));
            return work.onTermination().invoke(() -> vertx.cancelTimer(renewing));
        });
    }

    private Uni<Boolean> some(List<KeptDelivery> batch, Lease lease) {
        return working.work(batch, lease)
                .onFailure()
                .recoverWithUni(
                        failure -> batch.size() > 1 ? oneByOne(batch, lease) : later(batch.getFirst(), failure));
    }

    /** One of them cannot be worked: the others must not wait for it. */
    private Uni<Boolean> oneByOne(List<KeptDelivery> batch, Lease lease) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(one -> some(List.of(one), lease))
                .collect()
                .asList()
                .map(held -> held.stream().allMatch(each -> each));
    }

    /** Fails itself where the database does not answer: then all of them wait. */
    private Uni<Boolean> later(KeptDelivery delivery, Throwable failure) {
        String cause = failure.getClass().getName();
        if (delivery.attempts() + 1 >= MOST_ATTEMPTS) {
            LOG.errorf(
                    "Delivery %d could not be worked %d times and is given up: %s",
                    delivery.position(), MOST_ATTEMPTS, cause);
            return deliveries
                    .giveUp(delivery.position(), "it could not be worked: " + cause)
                    .replaceWith(true);
        }
        Instant due = clock.instant().plus(Duration.ofSeconds(1L << delivery.attempts()));
        LOG.warnf("Delivery %d could not be worked and is tried again: %s", delivery.position(), cause);
        return deliveries.later(List.of(delivery.position()), due, cause).replaceWith(true);
    }

    private Uni<Deliveries.State> look() {
        return deliveries.state().invoke(state -> {
            backlog.set(state.waiting());
            unreadable.set(state.unreadable());
        });
    }

    private static void quietly(Uni<?> work) {
        var _ = work.subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf("What runs beside the deliveries failed: %s", failure.getClass()));
    }
}
