package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.GapState;
import dev.heed.ingestion.gap.Gaps;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gaps that are to be filled, of accounts that are listened for. */
@ApplicationScoped
class GapSources implements Sources {

    /** Gaps are rare and last for minutes: there is no need to look at every tick. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Gaps gaps;
    private final Accounts accounts;
    private final FillGap filling;
    private final Clock clock;
    private final MultiGauge count;
    private volatile Instant lookedAt = Instant.EPOCH;
    private volatile List<Source> found = List.of();

    GapSources(Gaps gaps, Accounts accounts, FillGap filling, MeterRegistry meters, Clock clock) {
        this.gaps = gaps;
        this.accounts = accounts;
        this.filling = filling;
        this.clock = clock;
        this.count = MultiGauge.builder("heed.ingestion.gaps")
                .description("Stretches that may not have been heard: open, filled, partly, unfillable")
                .register(meters);
    }

    @Override
    public Uni<List<Source>> find() {
        Instant now = clock.instant();
        if (now.isBefore(lookedAt.plus(PAUSE))) {
            return Uni.createFrom().item(found);
        }
        lookedAt = now;
        return gaps.count()
                .invoke(this::show)
                .chain(accounts::all)
                .map(GapSources::listening)
                .chain(listening -> gaps.open(listening.keySet()).map(open -> sources(open, listening)))
                .invoke(sources -> found = sources);
    }

    private void show(Map<GapState, Long> counts) {
        count.register(
                Arrays.stream(GapState.values())
                        .map(state -> MultiGauge.Row.of(Tags.of("state", state.word()), counts.getOrDefault(state, 0L)))
                        .toList(),
                true);
    }

    private static Map<AccountId, Account> listening(List<Account> all) {
        return all.stream()
                .filter(account -> account.status().listens())
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private List<Source> sources(List<Gap> open, Map<AccountId, Account> listening) {
        return open.stream()
                .flatMap(gap -> Stream.ofNullable(listening.get(gap.account())).map(account -> source(gap, account)))
                .toList();
    }

    private Source source(Gap gap, Account account) {
        return new Filling(gap, account);
    }

    private final class Filling implements Source {

        private final Gap gap;
        private final Account account;

        Filling(Gap gap, Account account) {
            this.gap = gap;
            this.account = account;
        }

        @Override
        public SourceKey key() {
            return FillGap.key(gap);
        }

        @Override
        public AccountId account() {
            return account.id();
        }

        @Override
        public String name() {
            return "gap of @" + account.handle();
        }

        @Override
        public Endpoint endpoint() {
            return gap.post().isPresent() ? Endpoint.POSTS_BY_IDS : Endpoint.SEARCH;
        }

        @Override
        public Tempo tempo() {
            return Tempo.WORK;
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            return filling.fill(gap, account);
        }
    }
}
