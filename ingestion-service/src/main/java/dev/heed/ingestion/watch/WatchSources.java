package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.cursor.Stream;
import dev.heed.ingestion.cursor.WalkStream;
import dev.heed.ingestion.mention.Watched;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.Sources;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.x.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The watches of every account that is listened for. */
@ApplicationScoped
class WatchSources implements Sources {

    private final Watches watches;
    private final Accounts accounts;
    private final WalkStream walking;

    WatchSources(Watches watches, Accounts accounts, WalkStream walking) {
        this.watches = watches;
        this.accounts = accounts;
        this.walking = walking;
    }

    @Override
    public Uni<List<Source>> find() {
        return watches.listening()
                .chain(listening -> listening.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : accounts.all().map(all -> sources(listening, all)));
    }

    private List<Source> sources(List<Watch> listening, List<Account> all) {
        Map<AccountId, Account> listened = all.stream()
                .filter(account -> account.status().listens())
                .collect(Collectors.toMap(Account::id, Function.identity()));
        return listening.stream()
                .flatMap(watch -> Optional.ofNullable(listened.get(watch.account())).stream()
                        .<Source>map(account -> new WatchOf(watch, account)))
                .toList();
    }

    private final class WatchOf implements Source {

        private final Watch watch;
        private final Account account;

        WatchOf(Watch watch, Account account) {
            this.watch = watch;
            this.account = account;
        }

        @Override
        public SourceKey key() {
            return watch.key();
        }

        @Override
        public AccountId account() {
            return account.id();
        }

        @Override
        public String name() {
            return "watch " + watch.id() + " of @" + account.handle();
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.SEARCH;
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            Watched watched = new Watched(watch.id().toString(), watch.name());
            return walking.walk(
                            Stream.watching(watch.key(), account, watch.asked(), watched, watch.listensFrom()), depth)
                    .call(this::note);
        }

        /** What is wrong with our token, or our money, is not the watch's fault. */
        private Uni<Void> note(TurnEnd end) {
            return switch (end) {
                case TurnEnd.Refused(Refusal refusal, String detail)
                when refusal == Refusal.INVALID -> watches.refused(watch.id(), detail);
                case TurnEnd.Complete _ when watch.status() == WatchStatus.REFUSED -> watches.answered(watch.id());
                default -> Uni.createFrom().voidItem();
            };
        }
    }
}
