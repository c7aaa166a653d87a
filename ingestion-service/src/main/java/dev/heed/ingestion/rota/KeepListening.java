package dev.heed.ingestion.rota;

import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.spending.Budgets;
import dev.heed.x.XConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps listening: gives each source its turn when it has come, as long as the process lives. */
@ApplicationScoped
class KeepListening {

    private static final Logger LOG = Logger.getLogger(KeepListening.class);
    /** How finely turns are told apart. */
    private static final Duration TICK = Duration.ofMillis(200);
    /** How often rooms are asked for their sources. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration TELL = Duration.ofSeconds(3);
    private static final Duration FORGET = Duration.ofHours(1);
    /** What takes longer is given up: else a database that never answers would end it for good. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final List<Sources> rooms;
    private final List<Pushes> pushes;
    private final Quotas quotas;
    private final Budgets budgets;
    private final TellTurns telling;
    private final WantedTurns wanted;
    private final RotaConfig config;
    private final Clock clock;
    private final Rota rota;
    private volatile boolean stopped;

    KeepListening(
            Vertx vertx,
            @All List<Sources> rooms,
            @All List<Pushes> pushes,
            Quotas quotas,
            Budgets budgets,
            TellTurns telling,
            WantedTurns wanted,
            RotaConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.pushes = pushes;
        this.quotas = quotas;
        this.budgets = budgets;
        this.telling = telling;
        this.wanted = wanted;
        this.config = config;
        this.clock = clock;
        Pace pace = new Pace(
                config.pollInterval(),
                config.quietInterval(),
                config.nightInterval(),
                config.sweepInterval(),
                Night.of(config.night(), config.zone()));
        this.rota = new Rota(pace, config.lease().dividedBy(3));
    }

    void start(@Observes StartupEvent event, XConfig x) {
        check(config.lease(), x.timeout());
        if (config.polling()) {
            var _ = telling.remember()
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure()
                    .invoke(failure -> LOG.warnf("How the last turns went is not known: %s", failure))
                    .onTermination()
                    .invoke(this::begin)
                    .subscribe()
                    .with(done -> {}, failure -> {});
        }
    }

    static void check(Duration lease, Duration timeout) {
        if (lease.compareTo(timeout) <= 0) {
            throw new IllegalStateException(
                    "HEED_INGESTION_LEASE (%s) must be longer than HEED_X_TIMEOUT (%s): a process whose call may still be under way must not be replaced"
                            .formatted(lease, timeout));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        if (config.polling()) {
            Multi.createFrom()
                    .iterable(rooms)
                    .onItem()
                    .transformToUniAndConcatenate(Sources::release)
                    .collect()
                    .asList()
                    .chain(telling::write)
                    .onFailure()
                    .invoke(failure -> LOG.warnf("Leases were not given back: %s", failure))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(Duration.ofSeconds(5));
        }
    }

    private void begin() {
        every(LOOK, "The sources could not be read", this::look);
        every(TELL, "How turns went could not be written", telling::write);
        every(
                FORGET,
                "Old turns could not be thrown away",
                () -> telling.forget().chain(wanted::forget));
        vertx.setPeriodic(TICK.toMillis(), timer -> tick());
    }

    /** Never runs the same work twice at a time. */
    private void every(Duration time, String complaint, Supplier<Uni<Void>> work) {
        AtomicBoolean busy = new AtomicBoolean();
        vertx.setPeriodic(0, time.toMillis(), timer -> {
            if (!stopped && busy.compareAndSet(false, true)) {
                var _ = Uni.createFrom()
                        .deferred(work::get)
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onTermination()
                        .invoke(() -> busy.set(false))
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf("%s; trying again: %s", complaint, failure));
            }
        });
    }

    private Uni<Void> look() {
        return Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToUniAndConcatenate(Sources::find)
                .collect()
                .asList()
                .invoke(found -> rota.meet(
                        found.stream().flatMap(List::stream).toList(),
                        telling::lastHeard,
                        this::isPushed,
                        clock.instant()))
                .invoke(() -> rota.regroup(this::share, clock.instant()))
                .chain(() -> wanted.pass(key -> rota.hurry(key, this::share, clock.instant())));
    }

    private void tick() {
        if (stopped) {
            return;
        }
        rota.take(this::share, clock.instant()).forEach(this::give);
    }

    /**
     * Each turn has a context of its own, on one event loop after the other: turns that shared one would wait for a single
     * processor, and for each other's sessions.
     *
     * <p>One without an end is given up, lest its source be silent for good. What it was about to write it may still write if
     * its lease holds, and nothing after that; as a rule its lease is over long ago, and the next turn has another epoch.
     */
    private void give(Rota.Due due) {
        Source source = due.source();
        Context context = Objects.requireNonNull(
                VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext()),
                "a root context was given");
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(begun -> {
            Cut turn = Cut.after(vertx, config.longestTurn(), end -> done(source, end));
            turn.run(Uni.createFrom().deferred(() -> source.turn(due.depth())));
        });
    }

    private void done(Source source, TurnEnd end) {
        double stretch = budgets.of(source.account()).stretch(clock.instant());
        Turn next = rota.done(source, end, new Rota.Means(share(source), stretch), clock.instant());
        telling.ended(source, end, next);
        if (end instanceof TurnEnd.Complete) {
            wanted.had(source.key());
        }
    }

    private boolean isPushed(Source source) {
        return pushes.stream().anyMatch(push -> push.reach(source));
    }

    private Share share(Source source) {
        TokenKey token = quotas.token(source.account());
        return new Share(source.endpoint(), token, quotas.of(source.endpoint(), token));
    }
}
