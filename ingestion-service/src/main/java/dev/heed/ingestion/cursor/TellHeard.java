package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Via;
import dev.heed.messaging.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Tells the people who run the service what was heard, in numbers and traces; never in words of customers. */
@ApplicationScoped
class TellHeard {

    private static final Logger LOG = Logger.getLogger(TellHeard.class);
    /** A burst must not drown the log: the rest of the traces is in the events. */
    private static final int TRACES = 5;

    private final MeterRegistry meters;

    TellHeard(MeterRegistry meters) {
        this.meters = meters;
    }

    void tell(Account account, Via via, List<Mention> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        LOG.infof(
                "Heard %d of @%s by %s, traces %s%s",
                fresh.size(),
                account.handle(),
                via.word(),
                fresh.stream()
                        .limit(TRACES)
                        .map(mention -> Trace.traceId(mention.traceparent()))
                        .collect(Collectors.joining(" ")),
                fresh.size() > TRACES ? " ..." : "");
        fresh.stream()
                .collect(Collectors.groupingBy(Mention::accountHandle, Collectors.counting()))
                .forEach((handle, count) -> meters.counter("heed.ingestion.mentions", "account", handle)
                        .increment(count));
    }
}
