package dev.heed.ingestion.crm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks only while asking helps: after half of the last {@value #SAMPLE} calls failed, nobody is asked for a while, and then
 * one call tries whether it is over.
 */
@ApplicationScoped
class CrmGuard {

    private static final Logger LOG = Logger.getLogger(CrmGuard.class);
    private static final int SAMPLE = 6;

    private final TypedGuard<Uni<Map<String, String>>> guard;
    private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
    private final MeterRegistry meters;
    private final Clock clock;

    /** @param cause in words that tell no customer and no token */
    record Trouble(Instant since, String cause) {}

    CrmGuard(CrmConfig config, MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.guard = TypedGuard.create(new TypeLiteral<Uni<Map<String, String>>>() {})
                .withDescription("customer records")
                .withCircuitBreaker()
                .requestVolumeThreshold(SAMPLE)
                .failureRatio(0.5)
                .delay(config.rest().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** The call's answer; empty where it failed or was not made. Never fails. */
    Uni<Optional<Map<String, String>>> ask(Supplier<Uni<Map<String, String>>> call) {
        return Uni.createFrom().deferred(() -> {
            long begun = System.nanoTime();
            return guard.get(call)
                    .map(Optional::of)
                    .invoke(() -> answered(begun))
                    .onFailure()
                    .recoverWithItem(failure -> {
                        failed(failure, begun);
                        return Optional.empty();
                    });
        });
    }

    /** What is wrong since when; empty while the last call was answered, or none was made. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    private void answered(long begun) {
        count("answered", begun);
        if (trouble.getAndSet(null) != null) {
            LOG.info("The customer records answer again");
        }
    }

    private void failed(Throwable failure, long begun) {
        if (failure instanceof CircuitBreakerOpenException) {
            count("not_asked", begun);
            return;
        }
        count("failed", begun);
        String cause = failure instanceof TimeoutException
                ? "no answer in time"
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        Trouble before = trouble.get();
        trouble.set(new Trouble(before == null ? clock.instant() : before.since(), cause));
        if (before == null) {
            LOG.warnf("The customer records do not answer; mentions go on without tiers: %s", cause);
        }
    }

    private void count(String outcome, long begun) {
        Timer.builder("heed.crm.calls")
                .description("Calls to the customer records and what came of them")
                .tag("outcome", outcome)
                .register(meters)
                .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }
}
