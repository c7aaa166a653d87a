package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.quota.Quotas;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
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

/** Keeps listening: lets each account be walked when its turn has come, as long as the process lives. */
@ApplicationScoped
class PollAccounts {

    private static final Logger LOG = Logger.getLogger(PollAccounts.class);

    /** How finely turns are told apart, which is also how often the list of accounts is read. */
    private static final Duration TICK = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Accounts accounts;
    private final WalkAccount walking;
    private final Quotas quotas;
    private final ListeningConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Rota rota;
    private final MultiGauge lag;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;

    PollAccounts(
            Vertx vertx,
            Accounts accounts,
            WalkAccount walking,
            Quotas quotas,
            ListeningConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.vertx = vertx;
        this.accounts = accounts;
        this.walking = walking;
        this.quotas = quotas;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
        this.rota = new Rota(config.pollInterval(), config.lease().dividedBy(3), config.sweepInterval());
        this.lag = MultiGauge.builder("heed.ingestion.lag")
                .description("How long ago an account was last heard to the end")
                .baseUnit("seconds")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (config.polling()) {
            vertx.setPeriodic(TICK.toMillis(), timer -> tick(timer));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        walking.release()
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
                    .with(
                            done -> {},
                            failure -> LOG.warnf("The accounts could not be read; trying again: %s", failure));
        }
    }

    private Uni<Void> look() {
        return accounts.all().invoke(this::showLag).invoke(this::begin).replaceWithVoid();
    }

    private void begin(List<Account> all) {
        for (Rota.Due due : rota.take(all, quotas.mentions(), clock.instant())) {
            var _ = walking.walk(due.account(), all, due.via())
                    .call(end -> note(due.account(), end))
                    .subscribe()
                    .with(
                            end -> rota.done(due.account(), end, quotas.mentions(), clock.instant()),
                            failure -> rota.done(
                                    due.account(),
                                    new WalkEnd.Broken(failure.toString()),
                                    quotas.mentions(),
                                    clock.instant()));
        }
    }

    private Uni<Void> note(Account account, WalkEnd end) {
        meters.counter("heed.ingestion.polls", "account", account.handle(), "outcome", end.word())
                .increment();
        return switch (end) {
            case WalkEnd.Refused(var refusal, String detail) -> {
                LOG.warnf("X does not let us listen for @%s: %s, %s", account.handle(), refusal, detail);
                yield accounts.refused(account.id());
            }
            case WalkEnd.Broken(String cause) -> {
                LOG.warnf("Listening for @%s broke off and goes on later: %s", account.handle(), cause);
                yield Uni.createFrom().voidItem();
            }
            case WalkEnd.Waiting(Instant until) -> {
                LOG.warnf("X's limit is spent; listening for @%s goes on at %s", account.handle(), until);
                yield Uni.createFrom().voidItem();
            }
            case WalkEnd.Overtaken() -> {
                LOG.infof("Another process listens for @%s now", account.handle());
                yield Uni.createFrom().voidItem();
            }
            case WalkEnd.Complete(var _), WalkEnd.Standby() -> Uni.createFrom().voidItem();
        };
    }

    private void showLag(List<Account> all) {
        Instant now = clock.instant();
        lag.register(
                all.stream()
                        .filter(account -> account.lastPolledAt() != null)
                        .map(account -> MultiGauge.Row.of(
                                Tags.of("account", account.handle()),
                                Duration.between(account.lastPolledAt(), now).toMillis() / 1000.0))
                        .toList(),
                true);
    }
}
