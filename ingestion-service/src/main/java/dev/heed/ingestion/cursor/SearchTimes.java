package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.rota.SourceKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** When accounts are searched for: X has been seen to lose mentions from a timeline that its search still finds. */
@ApplicationScoped
class SearchTimes {

    /** How long what is known of the times may be old. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Cursors cursors;
    private final Duration interval;
    private final Clock clock;
    private volatile Instant lookedAt = Instant.EPOCH;
    private volatile Map<SourceKey, Instant> walked = Map.of();

    SearchTimes(Cursors cursors, ListeningConfig config, Clock clock) {
        this.cursors = cursors;
        this.interval = config.searchInterval();
        this.clock = clock;
    }

    /** The searches that are due; none where the interval is zero. A first one is due when the account was heard for a while. */
    Uni<List<Stream>> due(List<Account> accounts) {
        Instant now = clock.instant();
        if (interval.isZero() || accounts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return walked(now)
                .map(times -> accounts.stream()
                        .filter(account -> account.lastPolledAt() != null)
                        .map(account -> stream(account, times, now))
                        .filter(stream -> Reach.isDue(times.getOrDefault(stream.key(), Instant.EPOCH), interval, now))
                        .toList());
    }

    /** Only a budget stops the net alone. Without one the timeline stood still as well, and nothing is paid for twice. */
    private Stream stream(Account account, Map<SourceKey, Instant> times, Instant now) {
        Stream usual = Stream.naming(account, now.minus(interval));
        return account.monthlyBudgetMicros() != null && Reach.isDear(times.getOrDefault(usual.key(), now), now)
                ? Stream.quoting(account)
                : usual;
    }

    private Uni<Map<SourceKey, Instant>> walked(Instant now) {
        if (now.isBefore(lookedAt.plus(PAUSE))) {
            return Uni.createFrom().item(walked);
        }
        lookedAt = now;
        return cursors.walkedAt("search:").invoke(times -> walked = times);
    }
}
