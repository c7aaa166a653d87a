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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicInteger age = new AtomicInteger();
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
        List<Parcel> batch = faults.pack(activity);
        long delay = faults.delayMillis();
        if (delay == 0) {
            send(batch);
        } else {
            later(Duration.ofMillis(delay), batch);
        }
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
        age.incrementAndGet();
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
        int then = age.get();
        return lanes.computeIfAbsent(parcel.activity().webhook(), fresh -> new Lane(waiting -> attempt(waiting, then)));
    }

    /** @param then the age of the world that it is told of; when another has begun nothing is sent nor noted */
    private CompletableFuture<Void> attempt(Parcel parcel, int then) {
        if (then != age.get()) {
            return CompletableFuture.completedFuture(null);
        }
        Instant at = world.now();
        long start = System.nanoTime();
        Optional<Webhook> webhook =
                world.alone(() -> webhooks.find(parcel.activity().webhook())).filter(Webhook::valid);
        if (webhook.isEmpty()) {
            note(parcel, 0, Delivery.Outcome.WITHHELD, 0, at);
            return CompletableFuture.completedFuture(null);
        }
        return wire.send(request(webhook.get(), parcel)).handle((answer, failure) -> {
            if (then == age.get()) {
                close(parcel, answer, failure, at, Duration.ofNanos(System.nanoTime() - start));
            }
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
            later(pause.multipliedBy((long) Math.pow(FACTOR, parcel.attempt() - 1)), List.of(parcel.again()));
        }
    }

    private void later(Duration wait, List<Parcel> batch) {
        int then = age.get();
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (then == age.get()) {
                        send(batch);
                    }
                });
    }

    private HttpRequest.Builder request(Webhook webhook, Parcel parcel) {
        String body = parcel.activity().body();
        return HttpRequest.newBuilder(URI.create(webhook.url()))
                .header("Content-Type", "application/json")
                .header(signature.header(), signature.of(parcel.genuine() ? body : body + " "))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private void note(Parcel parcel, int status, Delivery.Outcome outcome, long millis, Instant at) {
        deliveries.note(parcel.activity(), parcel.attempt(), status, outcome, millis, at);
    }
}
