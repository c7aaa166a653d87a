package dev.heed.ingestion.quota;

import dev.heed.ingestion.account.AccountId;
import dev.heed.x.XAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process knows of X's limits, by endpoint and token. */
@ApplicationScoped
public class Quotas {

    private final Map<Key, Quota> known = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    private record Key(Endpoint endpoint, TokenKey token) {}

    Quotas(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The limit that binds when an account's source asks: of its own token where it has one, else the app's. */
    public Quota of(Endpoint endpoint, AccountId account) {
        Quota own = known.get(new Key(endpoint, TokenKey.of(account)));
        return own == null ? known.getOrDefault(new Key(endpoint, TokenKey.APP), Quota.UNKNOWN) : own;
    }

    /** Knows nothing any more: another app, or another token, has limits of its own. */
    public void forget() {
        known.clear();
    }

    Quota of(Ask ask) {
        return known.getOrDefault(new Key(ask.endpoint(), ask.token()), Quota.UNKNOWN);
    }

    void learn(Ask ask, XAnswer<?> answer) {
        known.compute(
                new Key(ask.endpoint(), ask.token()),
                (key, before) -> (before == null ? Quota.UNKNOWN : before).after(answer));
        if (answer instanceof XAnswer.Limited<?>) {
            meters.counter("heed.ingestion.limited", "endpoint", ask.endpoint().word())
                    .increment();
        }
    }
}
