package dev.heed.ingestion.quota;

import dev.heed.x.XAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** What this process knows of the limit on reading mentions; all accounts share one app token, hence one limit. */
@ApplicationScoped
public class Quotas {

    private final AtomicReference<Quota> mentions = new AtomicReference<>(Quota.UNKNOWN);
    private final MeterRegistry meters;

    Quotas(MeterRegistry meters) {
        this.meters = meters;
    }

    public Quota mentions() {
        return mentions.get();
    }

    /** Learns from an answer of the mentions endpoint. */
    public void learn(XAnswer<?> answer) {
        mentions.updateAndGet(known -> known.after(answer));
        if (answer instanceof XAnswer.Limited<?>) {
            meters.counter("heed.ingestion.limited").increment();
        }
    }
}
