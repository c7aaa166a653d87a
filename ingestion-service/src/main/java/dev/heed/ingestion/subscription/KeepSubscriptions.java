package dev.heed.ingestion.subscription;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.connection.Connections;
import dev.heed.messaging.lease.Leases;
import dev.heed.x.XSubscription;
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
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps X telling us: one webhook of the app, and for each connected account a subscription to every kind of activity that
 * matters. Looks at start, soon after an account was connected or disconnected, every hour, and sooner where something was
 * wrong; one process does it at a time.
 */
@ApplicationScoped
class KeepSubscriptions {

    private static final Logger LOG = Logger.getLogger(KeepSubscriptions.class);
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final AskWebhooks x;
    private final KeepWebhook webhook;
    private final Connections connections;
    private final Webhooks webhooks;
    private final Leases leases;
    private final WebhookConfig config;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();

    KeepSubscriptions(
            Vertx vertx,
            AskWebhooks x,
            KeepWebhook webhook,
            Connections connections,
            Webhooks webhooks,
            Leases leases,
            WebhookConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.x = x;
        this.webhook = webhook;
        this.connections = connections;
        this.webhooks = webhooks;
        this.leases = leases;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.isWanted()) {
            vertx.setPeriodic(100, TICK.toMillis(), timer -> tick());
        }
    }

    private void tick() {
        if (looking.compareAndSet(false, true)) {
            var _ = look().onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(
                            done -> {},
                            failure -> LOG.warnf("The webhook could not be looked after; trying again: %s", failure));
        }
    }

    /** Looks whether anything is to be done, and does it. */
    Uni<Void> look() {
        return Uni.combine()
                .all()
                .unis(connections.all(), webhooks.read(), webhook.hasMoved())
                .asTuple()
                .chain(seen -> {
                    List<Connection> connected = seen.getItem1().stream()
                            .filter(Connection::isConnected)
                            .toList();
                    boolean moved = seen.getItem3() && !connected.isEmpty();
                    return moved || isDue(connected, seen.getItem2())
                            ? asTheOnlyOne(connected, seen.getItem2())
                            : nothing();
                });
    }

    private boolean isDue(List<Connection> connected, Map<AccountId, WebhookState> states) {
        Instant now = clock.instant();
        boolean gone = states.keySet().stream()
                .anyMatch(account ->
                        connected.stream().noneMatch(one -> one.account().equals(account)));
        return gone
                || connected.stream().anyMatch(connection -> {
                    WebhookState state = states.get(connection.account());
                    return state == null
                            || state.checkedAt()
                                    .plus(state.on() ? config.checkInterval() : config.repairInterval())
                                    .isBefore(now);
                });
    }

    private Uni<Void> asTheOnlyOne(List<Connection> connected, Map<AccountId, WebhookState> states) {
        return leases.acquire("x webhook", LEASE)
                .chain(lease -> lease.isEmpty()
                        ? nothing()
                        : keep(connected, states)
                                .chain(webhooks::read)
                                .eventually(() -> leases.release(lease.get()))
                                .replaceWithVoid());
    }

    private Uni<Void> keep(List<Connection> connected, Map<AccountId, WebhookState> states) {
        return webhook.keep()
                .chain(told -> told.then(kept ->
                        x.subscriptions().chain(there -> there.then(all -> subscribe(connected, kept, all)))))
                .chain(told -> switch (told) {
                    case Told.Yes<Boolean> _ -> nothing();
                    case Told.No<Boolean>(String why) -> each(connected, connection -> note(connection, false, why));
                })
                .chain(() -> each(
                        states.keySet().stream()
                                .filter(account -> connected.stream()
                                        .noneMatch(one -> one.account().equals(account)))
                                .toList(),
                        webhooks::forget));
    }

    private Uni<Told<Boolean>> subscribe(List<Connection> connected, KeepWebhook.Kept kept, List<XSubscription> there) {
        return each(
                        Wanted.stale(connected, kept.webhook(), there),
                        stale -> x.unsubscribe(stale).replaceWithVoid())
                .chain(() -> each(connected, connection -> subscribe(connection, kept, there)))
                .replaceWith(new Told.Yes<>(true));
    }

    private Uni<Void> subscribe(Connection connection, KeepWebhook.Kept kept, List<XSubscription> there) {
        return Multi.createFrom()
                .iterable(Wanted.missing(connection, kept.webhook(), there))
                .onItem()
                .transformToUniAndConcatenate(type -> x.subscribe(type, connection.account(), kept.webhook())
                        .map(told -> told instanceof Told.No<String>(String why)
                                ? "X does not tell of %s: %s".formatted(type, why)
                                : ""))
                .filter(why -> !why.isEmpty())
                .collect()
                .asList()
                .chain(wrong -> wrong.isEmpty()
                        ? note(connection, true, kept.remark())
                        : note(connection, false, String.join(" ", wrong)));
    }

    /** @param words why not, or what else is not as it should be */
    private Uni<Void> note(Connection connection, boolean on, String words) {
        boolean was = webhooks.state(connection.account()).map(WebhookState::on).orElse(!on);
        if (on != was) {
            if (on) {
                LOG.infof("X tells of @%s by itself", connection.handle());
            } else {
                LOG.warnf("X does not tell of @%s by itself, polling does the work: %s", connection.handle(), words);
            }
        }
        return webhooks.save(
                connection.account(), new WebhookState(on, words.isEmpty() ? null : words, clock.instant()));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
