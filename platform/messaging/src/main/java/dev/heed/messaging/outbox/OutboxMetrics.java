package dev.heed.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What the relay shows of itself. */
@ApplicationScoped
class OutboxMetrics {

    private final Counter published;
    private final Counter refused;
    private final Counter unclear;
    private final DistributionSummary window;
    private volatile OutboxRows.Backlog backlog = new OutboxRows.Backlog(0, 0);

    OutboxMetrics(MeterRegistry registry) {
        published = Counter.builder("heed.outbox.published")
                .description("Events that the broker confirmed")
                .register(registry);
        refused = Counter.builder("heed.outbox.refused")
                .description("Attempts at which the broker refused an event")
                .register(registry);
        unclear = Counter.builder("heed.outbox.unclear")
                .description("Attempts of which no confirm came")
                .register(registry);
        window = DistributionSummary.builder("heed.outbox.window")
                .description("Events sent to the broker at a time")
                .register(registry);
        Gauge.builder("heed.outbox.backlog", () -> backlog.rows())
                .description("Events that wait in this database for the broker's confirm")
                .register(registry);
        Gauge.builder("heed.outbox.oldest", () -> backlog.oldestSeconds())
                .baseUnit("seconds")
                .description("Age of the oldest waiting event")
                .register(registry);
    }

    void departed(int size, Departure departure) {
        window.record(size);
        published.increment(departure.confirmed().size());
        refused.increment(departure.refused().size());
        unclear.increment(departure.unclear().size());
    }

    void backlog(OutboxRows.Backlog now) {
        backlog = now;
    }
}
