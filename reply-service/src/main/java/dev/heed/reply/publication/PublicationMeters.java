package dev.heed.reply.publication;

import dev.heed.messaging.Trace;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.reply.publication.PublicationState.Published;
import dev.heed.reply.publication.PublicationState.Refused;
import dev.heed.reply.publication.PublicationState.Unknown;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What operators see: outcomes, the time from intent to post, and how many outcomes nobody knows. */
@ApplicationScoped
class PublicationMeters {
    private static final Logger LOG = Logger.getLogger(PublicationMeters.class);
    private static final String TRACE_ID = "traceId";
    private static final long COUNT_EVERY_MILLIS = 5_000;

    private final MeterRegistry registry;
    private final Vertx vertx;
    private final Transactions transactions;
    private final Publications publications;
    private final AtomicLong unknown = new AtomicLong();
    private volatile long timer;

    PublicationMeters(MeterRegistry registry, Vertx vertx, Transactions transactions, Publications publications) {
        this.registry = registry;
        this.vertx = vertx;
        this.transactions = transactions;
        this.publications = publications;
    }

    void start(@Observes StartupEvent start) {
        AtomicLong gauge = Objects.requireNonNull(registry.gauge("heed.publications.unknown", unknown), "registered");
        timer = vertx.setPeriodic(COUNT_EVERY_MILLIS, tick -> count());
        LOG.debugf("Counting unknown publications, %d now", gauge.get());
    }

    void stop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    /** A publication went into this state. */
    void ended(Reply reply, PublicationState state) {
        tell(reply, state);
        switch (state) {
            case Published published -> {
                outcome("published_" + published.howKnown().word());
                Timer.builder("heed.publication.time")
                        .description("From the intent to the post on X")
                        .register(registry)
                        .record(Duration.between(reply.intendedAt(), published.at()));
            }
            case Refused refused -> outcome("refused");
            case Unknown unsure -> unknown();
            default -> {}
        }
    }

    void unknown() {
        outcome("unknown");
    }

    /** One line for each outcome, under the trace of the mention; never a word of the text. */
    private static void tell(Reply reply, PublicationState state) {
        @Nullable Object outer = MDC.get(TRACE_ID);
        MDC.put(TRACE_ID, Trace.traceId(reply.traceparent()));
        LOG.infof(
                "Reply %s is %s after %d call(s)",
                reply.id(), PublicationProgress.of(state).state(), state.calls());
        if (outer == null) {
            MDC.remove(TRACE_ID);
        } else {
            MDC.put(TRACE_ID, outer);
        }
    }

    private void outcome(String word) {
        registry.counter("heed.publications", "outcome", word).increment();
    }

    private void count() {
        Cancellable running = transactions
                .inSession(publications::countUnknown)
                .subscribe()
                .with(unknown::set, failure -> LOG.debugf("Cannot count unknown publications: %s", failure.toString()));
        Objects.requireNonNull(running, "a subscription");
    }
}
