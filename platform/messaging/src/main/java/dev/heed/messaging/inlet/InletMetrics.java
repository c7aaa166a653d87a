package dev.heed.messaging.inlet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What one inlet shows of itself. */
final class InletMetrics {

    private final Counter handled;
    private final Counter dead;
    private final Counter outages;
    private final DistributionSummary batch;
    private final Timer work;

    InletMetrics(MeterRegistry registry, String queue) {
        handled = Counter.builder("heed.inlet.handled")
                .description("Messages that were handled, or had been before, and are acknowledged")
                .tag("queue", queue)
                .register(registry);
        dead = Counter.builder("heed.inlet.dead")
                .description("Messages that went to the dead letters")
                .tag("queue", queue)
                .register(registry);
        outages = Counter.builder("heed.inlet.outages")
                .description("Attempts at a batch that an outage ended")
                .tag("queue", queue)
                .register(registry);
        batch = DistributionSummary.builder("heed.inlet.batch")
                .description("Messages worked at a time")
                .tag("queue", queue)
                .register(registry);
        work = Timer.builder("heed.inlet.work")
                .description("From the first message of a batch to its acknowledgement")
                .tag("queue", queue)
                .register(registry);
    }

    void worked(int size, int buried, Duration took) {
        batch.record(size);
        handled.increment(size - buried);
        dead.increment(buried);
        work.record(took);
    }

    void outage() {
        outages.increment();
    }
}
