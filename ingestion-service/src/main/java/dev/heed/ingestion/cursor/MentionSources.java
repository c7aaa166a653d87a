package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.Sources;
import dev.heed.ingestion.rota.Tempo;
import dev.heed.ingestion.rota.TurnEnd;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The mentions of every account that is listened for, and now and then the search that is their net. */
@ApplicationScoped
class MentionSources implements Sources {

    private final Accounts accounts;
    private final WalkStream walking;
    private final HeldLeases leases;
    private final SearchTimes searches;
    private final Clock clock;
    private final MultiGauge lag;

    MentionSources(
            Accounts accounts,
            WalkStream walking,
            HeldLeases leases,
            SearchTimes searches,
            MeterRegistry meters,
            Clock clock) {
        this.accounts = accounts;
        this.walking = walking;
        this.leases = leases;
        this.searches = searches;
        this.clock = clock;
        this.lag = MultiGauge.builder("heed.ingestion.lag")
                .description(
                        "How long ago an account that is listened for was last heard to the end, or listening for it began")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public Uni<List<Source>> find() {
        return accounts.all().invoke(this::showLag).chain(all -> {
            List<Account> listening =
                    all.stream().filter(account -> account.status().listens()).toList();
            return searches.due(listening)
                    .map(due -> java.util.stream.Stream.concat(
                                    listening.stream().map(Stream::mentions), due.stream())
                            .<Source>map(Walked::new)
                            .toList());
        });
    }

    @Override
    public Uni<Void> release() {
        return leases.release();
    }

    private final class Walked implements Source {

        private final Stream stream;

        Walked(Stream stream) {
            this.stream = stream;
        }

        @Override
        public SourceKey key() {
            return stream.key();
        }

        @Override
        public AccountId account() {
            return stream.account().id();
        }

        @Override
        public String name() {
            return stream.name();
        }

        @Override
        public Endpoint endpoint() {
            return stream.endpoint();
        }

        @Override
        public Tempo tempo() {
            return stream.isSearch() ? Tempo.NET : Tempo.LIVE;
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            return walking.walk(stream, depth)
                    .call(end -> end instanceof TurnEnd.Refused refused && !stream.isSearch()
                            ? accounts.refused(stream.account().id(), refused.refusal(), refused.detail())
                            : Uni.createFrom().voidItem());
        }
    }

    /** Reckoned when it is read: where nobody comes here any more, because the database is away, the lag grows on. */
    private void showLag(List<Account> all) {
        lag.register(
                all.stream()
                        .filter(account -> account.status().listens())
                        .<MultiGauge.Row<?>>flatMap(account -> account
                                .unheardSince()
                                .map(since ->
                                        MultiGauge.Row.of(Tags.of("account", account.handle()), since, this::seconds))
                                .stream())
                        .toList(),
                true);
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
