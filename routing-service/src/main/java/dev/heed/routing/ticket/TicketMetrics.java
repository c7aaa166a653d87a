package dev.heed.routing.ticket;

import dev.heed.routing.clock.ClockKind;
import dev.heed.routing.ticket.life.Happening;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/**
 * The numbers that tell how care goes: tickets opened by decision, and the time to the first response.
 *
 * <p>Counted as a batch is worked: a batch that is rolled back and worked again is counted again, which a rate bears. The
 * tables are exact.
 */
@ApplicationScoped
public class TicketMetrics {

    private final MeterRegistry registry;
    private final Timer firstResponse;

    TicketMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.firstResponse = Timer.builder("heed.tickets.first.response")
                .description("From the customer's post to the first public answer")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofSeconds(1))
                .maximumExpectedValue(Duration.ofHours(24))
                .register(registry);
    }

    /** Something happened to these tickets. */
    public void happened(Collection<TicketChange> changes) {
        changes.forEach(this::happened);
    }

    void happened(TicketChange change) {
        if (change.what() == Happening.OPENED) {
            String kind = change.ticket().decision().kind().name().toLowerCase(Locale.ROOT);
            registry.counter("heed.tickets.opened", "decision", kind).increment();
        }
    }

    /** An answer came; if it was the first, how long it took. */
    void answered(Ticket before, Ticket after) {
        before.clocks()
                .running(ClockKind.FIRST_RESPONSE)
                .flatMap(clock -> after.clocks().stopped(clock))
                .ifPresent(firstResponse::record);
    }
}
