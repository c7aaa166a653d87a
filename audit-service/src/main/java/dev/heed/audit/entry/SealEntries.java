package dev.heed.audit.entry;

import dev.heed.messaging.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Puts a batch at the end of the log and tells of it, in the caller's transaction.
 *
 * <p>The log's lock is held until that transaction ends, so that of any number of replicas one appends at a time, and sees all
 * that was appended before.
 */
@ApplicationScoped
class SealEntries {

    private final Entries entries;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Timer lag;
    private final Clock clock;

    SealEntries(Entries entries, Outbox outbox, MeterRegistry meters, Clock clock) {
        this.entries = entries;
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
        this.lag = Timer.builder("heed.seal.lag")
                .description("From what happened to its entry in the log")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(meters);
    }

    Uni<List<Entry>> seal(SqlConnection connection, List<Unsealed> batch) {
        return entries.lock(connection)
                .chain(() -> entries.tail(connection, batch))
                .map(tail -> tail.seal(batch, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .call(added -> entries.append(connection, added))
                .call(added -> outbox.append(
                        connection,
                        added.stream()
                                .filter(EntrySealedV1::isTold)
                                .map(EntrySealedV1::of)
                                .toList()))
                .invoke(added -> added.forEach(this::count));
    }

    /** Counts what was written; a transaction that then fails and is tried again is counted again. */
    private void count(Entry entry) {
        meters.counter("heed.entries", "kind", entry.facts().kind().word()).increment();
        Instant happened = entry.facts().occurredAt();
        lag.record(Duration.between(happened, entry.sealedAt()));
    }
}
