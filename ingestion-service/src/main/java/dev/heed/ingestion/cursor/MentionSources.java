package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.Sources;
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

/** The mentions of every account that is listened for. */
@ApplicationScoped
class MentionSources implements Sources {

    private final Accounts accounts;
    private final WalkAccount walking;
    private final Clock clock;
    private final MultiGauge lag;

    MentionSources(Accounts accounts, WalkAccount walking, MeterRegistry meters, Clock clock) {
        this.accounts = accounts;
        this.walking = walking;
        this.clock = clock;
        this.lag = MultiGauge.builder("heed.ingestion.lag")
                .description("How long ago an account was last heard to the end")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public Uni<List<Source>> find() {
        return accounts.ours()
                .invoke(this::showLag)
                .map(ours -> ours.stream()
                        .filter(account -> account.status().listens())
                        .<Source>map(account -> new MentionsOf(account, ours))
                        .toList());
    }

    @Override
    public Uni<Void> release() {
        return walking.release();
    }

    private final class MentionsOf implements Source {

        private final Account account;
        /** To know whom a post speaks to. */
        private final List<Account> ours;

        MentionsOf(Account account, List<Account> ours) {
            this.account = account;
            this.ours = ours;
        }

        @Override
        public SourceKey key() {
            return WalkAccount.key(account.id());
        }

        @Override
        public AccountId account() {
            return account.id();
        }

        @Override
        public String name() {
            return "mentions of @" + account.handle();
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.MENTIONS;
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            return walking.walk(account, ours, depth == Depth.SWEEP ? Via.SWEEP : Via.POLL)
                    .call(end -> end instanceof TurnEnd.Refused
                            ? accounts.refused(account.id())
                            : Uni.createFrom().voidItem());
        }
    }

    private void showLag(List<Account> all) {
        Instant now = clock.instant();
        lag.register(
                all.stream()
                        .filter(account -> account.lastPolledAt() != null)
                        .map(account -> MultiGauge.Row.of(
                                Tags.of("account", account.handle()),
                                Duration.between(account.lastPolledAt(), now).toMillis() / 1000.0))
                        .toList(),
                true);
    }
}
