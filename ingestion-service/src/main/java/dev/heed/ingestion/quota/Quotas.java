package dev.heed.ingestion.quota;

import dev.heed.ingestion.account.AccountId;
import dev.heed.x.XAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What this process knows of X's limits, by endpoint and token. */
@ApplicationScoped
public class Quotas {

    private final MeterRegistry meters;
    private final TokensInUse inUse;
    private final Clock clock;
    private final Gate gate = new Gate();
    private final Map<Key, AtomicInteger> left = new ConcurrentHashMap<>();
    private final Map<Key, ToldQuota> untold = new ConcurrentHashMap<>();

    private record Key(Endpoint endpoint, TokenKey token) {}

    Quotas(MeterRegistry meters, TokensInUse inUse, Clock clock) {
        this.meters = meters;
        this.inUse = inUse;
        this.clock = clock;
    }

    public Quota of(Endpoint endpoint, TokenKey token) {
        return gate.of(endpoint, token, clock.instant());
    }

    /** Whose limit binds when an account's source asks. */
    public TokenKey token(AccountId account) {
        return inUse.of(account);
    }

    /** Knows nothing any more: another app, or another token, has limits of its own. */
    public void forget() {
        gate.forget();
    }

    Pass admit(Ask ask) {
        return gate.admit(ask, clock.instant());
    }

    void settle(Pass.Granted pass, XAnswer<?> answer) {
        gate.settle(pass, answer, clock.instant());
        Ask ask = pass.ask();
        Key key = new Key(ask.endpoint(), ask.token());
        Quota now = of(ask.endpoint(), ask.token());
        left.computeIfAbsent(key, this::gauge).set(now.left());
        if (now.isKnown()) {
            untold.put(key, ToldQuota.of(ask, now, clock.instant()));
        }
        if (answer instanceof XAnswer.Limited<?>) {
            meters.counter("heed.ingestion.limited", "endpoint", ask.endpoint().word())
                    .increment();
        }
    }

    /** What was learnt since this was asked last. */
    List<ToldQuota> news() {
        List<ToldQuota> news = List.copyOf(untold.values());
        news.forEach(told -> untold.remove(new Key(told.endpoint(), told.token()), told));
        return news;
    }

    private AtomicInteger gauge(Key key) {
        AtomicInteger value = new AtomicInteger(-1);
        meters.gauge(
                "heed.ingestion.quota.remaining",
                Tags.of("endpoint", key.endpoint().word(), "token", key.token().word()),
                value);
        return value;
    }
}
