package dev.heed.xsim.delivery;

import dev.heed.xsim.SimConfig;
import dev.heed.xsim.activity.Activity;
import dev.heed.xsim.activity.Carrier;
import dev.heed.xsim.billing.Cashier;
import dev.heed.xsim.ledger.Passing;
import dev.heed.xsim.ledger.World;
import dev.heed.xsim.webhook.Signature;
import dev.heed.xsim.webhook.Webhook;
import dev.heed.xsim.webhook.Webhooks;
import dev.heed.xsim.webhook.Wire;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells webhooks: a first attempt and up to three more, each after four times the pause before. Nothing is told to an invalid webhook.
 *
 * <p>Attempts are made beside the calls that caused them, several at once, so their order is not promised, as on X.
 */
@Singleton
public class Courier implements Carrier, Passing {

    private static final int ATTEMPTS = 4;
    private static final int FACTOR = 4;

    private final World world;
    private final Webhooks webhooks;
    private final Wire wire;
    private final Signature signature;
    private final DeliveryFaults faults;
    private final Deliveries deliveries;
    private final Cashier cashier;
    private final Duration pause;
    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();

    Courier(
            World world,
            Webhooks webhooks,
            Wire wire,
            Signature signature,
            DeliveryFaults faults,
            Deliveries deliveries,
            Cashier cashier,
            SimConfig config) {
        this.world = world;
        this.webhooks = webhooks;
        this.wire = wire;
        this.signature = signature;
        this.faults = faults;
        this.deliveries = deliveries;
        this.cashier = cashier;
        this.pause = config.deliveryRetry();
    }

    @Override
    public void carry(Activity activity) {
        if (faults.left().drop() > 0) {
            note(Parcel.of(activity, true), 0, Delivery.Outcome.DROPPED, 0, world.now());
        }
        send(faults.pack(activity));
    }

    /** Tells once more what was told before; faults spare it. */
    void carryAgain(Activity activity) {
        send(List.of(Parcel.of(activity, true)));
    }

    /** Sends what a fault holds back although fewer came than it waits for. */
    public void release() {
        send(faults.released());
    }

    /** Forgets what is on its way: what has not been sent yet never will be. */
    @Override
    public void forget() {
        lanes.clear();
        faults.forget();
        deliveries.forget();
    }

    private void send(List<Parcel> batch) {
        if (!batch.isEmpty() && !lane(batch.getFirst()).offer(batch)) {
            batch.forEach(parcel -> note(parcel, 0, Delivery.Outcome.OVERFLOWN, 0, world.now()));
        }
    }

    private Lane lane(Parcel parcel) {
        return lanes.computeIfAbsent(parcel.activity().webhook(), fresh -> new Lane(this::deliver));
    }

    private CompletableFuture<Void> deliver(Parcel parcel) {
        long delay = parcel.attempt() == 1 ? faults.delayMillis() : 0;
        return delay == 0
                ? attempt(parcel)
                : CompletableFuture.<Void>completedFuture(null)
                        .thenComposeAsync(waited -> attempt(parcel), after(Duration.ofMillis(delay)));
    }

    private CompletableFuture<Void> attempt(Parcel parcel) {
        Instant at = world.now();
        long start = System.nanoTime();
        Optional<Webhook> webhook =
                world.alone(() -> webhooks.find(parcel.activity().webhook())).filter(Webhook::valid);
        if (webhook.isEmpty()) {
            note(parcel, 0, Delivery.Outcome.WITHHELD, 0, at);
            return CompletableFuture.completedFuture(null);
        }
        return wire.send(request(webhook.get(), parcel)).handle((answer, failure) -> {
            close(parcel, answer, failure, at, Duration.ofNanos(System.nanoTime() - start));
            return null;
        });
    }

    private void close(
            Parcel parcel,
            @Nullable HttpResponse<String> answer,
            @Nullable Throwable failure,
            Instant at,
            Duration took) {
        int status = answer == null || failure != null ? 0 : answer.statusCode();
        Delivery.Outcome outcome = switch (status / 100) {
            case 0 -> Delivery.Outcome.UNANSWERED;
            case 2 -> Delivery.Outcome.DELIVERED;
            default -> Delivery.Outcome.REFUSED;
        };
        note(parcel, status, outcome, took.toMillis(), at);
        String subject = parcel.activity().subject();
        if (outcome == Delivery.Outcome.DELIVERED && subject != null) {
            cashier.chargeEvent(parcel.activity().eventType(), subject);
        }
        if (outcome != Delivery.Outcome.DELIVERED && parcel.attempt() < ATTEMPTS) {
            Lane lane = lane(parcel);
            Duration wait = pause.multipliedBy((long) Math.pow(FACTOR, parcel.attempt() - 1));
            after(wait).execute(() -> {
                if (lanes.get(parcel.activity().webhook()) == lane) { // else the world was emptied meanwhile
                    send(List.of(parcel.again()));
                }
            });
        }
    }

    private HttpRequest.Builder request(Webhook webhook, Parcel parcel) {
        String body = parcel.activity().body();
        return HttpRequest.newBuilder(URI.create(webhook.url()))
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, signature.of(parcel.genuine() ? body : body + " "))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private void note(Parcel parcel, int status, Delivery.Outcome outcome, long millis, Instant at) {
        deliveries.note(parcel.activity(), parcel.attempt(), status, outcome, millis, at);
    }

    private static Executor after(Duration wait) {
        return CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
