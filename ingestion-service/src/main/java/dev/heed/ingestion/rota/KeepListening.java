package dev.heed.ingestion.rota;

import dev.heed.ingestion.quota.Quota;
import dev.heed.ingestion.quota.Quotas;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Keeps listening: gives each source its turn when it has come, as long as the process lives. */
@ApplicationScoped
class KeepListening {

    private static final Logger LOG = Logger.getLogger(KeepListening.class);

    /** How finely turns are told apart, which is also how often rooms are asked for their sources. */
    private static final Duration TICK = Duration.ofMillis(500);

    private final Vertx vertx;
    private final List<Sources> rooms;
    private final Quotas quotas;
    private final RotaConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Rota rota;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;

    KeepListening(
            Vertx vertx,
            @All List<Sources> rooms,
            Quotas quotas,
            RotaConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.quotas = quotas;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
        this.rota = new Rota(config.pollInterval(), config.lease().dividedBy(3), config.sweepInterval());
    }

    void start(@Observes StartupEvent event) {
        if (config.polling()) {
            vertx.setPeriodic(TICK.toMillis(), this::tick);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToUniAndConcatenate(Sources::release)
                .collect()
                .asList()
                .onFailure()
                .invoke(failure -> LOG.warnf("Leases were not given back: %s", failure))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(5));
    }

    private void tick(long timer) {
        if (stopped) {
            vertx.cancelTimer(timer);
        } else if (looking.compareAndSet(false, true)) {
            var _ = look().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("The sources could not be read; trying again: %s", failure));
        }
    }

    private Uni<Void> look() {
        return Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToUniAndConcatenate(Sources::find)
                .collect()
                .asList()
                .invoke(found -> begin(found.stream().flatMap(List::stream).toList()))
                .replaceWithVoid();
    }

    private void begin(List<Source> all) {
        for (Rota.Due due : rota.take(all, this::quota, clock.instant())) {
            Source source = due.source();
            var _ = source.turn(due.depth())
                    .invoke(end -> note(source, end))
                    .subscribe()
                    .with(
                            end -> rota.done(source, end, quota(source), clock.instant()),
                            failure -> rota.done(
                                    source, new TurnEnd.Broken(failure.toString()), quota(source), clock.instant()));
        }
    }

    private Quota quota(Source source) {
        return quotas.of(source.endpoint(), source.account());
    }

    private void note(Source source, TurnEnd end) {
        meters.counter("heed.ingestion.turns", "endpoint", source.endpoint().word(), "outcome", end.word())
                .increment();
        switch (end) {
            case TurnEnd.Refused(var refusal, String detail) ->
                LOG.warnf("X refuses us the %s: %s, %s", source.name(), refusal, detail);
            case TurnEnd.Broken(String cause) ->
                LOG.warnf("Listening to the %s broke off and goes on later: %s", source.name(), cause);
            case TurnEnd.Waiting(Instant until) -> LOG.infof("The %s wait until %s", source.name(), until);
            case TurnEnd.Overtaken() -> LOG.infof("Another process has the %s now", source.name());
            case TurnEnd.Complete(var _), TurnEnd.Standby() -> {
                // as it should be
            }
        }
    }
}
