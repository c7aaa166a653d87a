package dev.heed.ingestion.withdrawal;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.Sources;
import dev.heed.ingestion.rota.Tempo;
import dev.heed.ingestion.rota.TurnEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The due look-ups of each account that has some; also of one that is not listened for any longer. */
@ApplicationScoped
class LookUpSources implements Sources {

    private final LookUps lookUps;
    private final LookUpPosts posts;
    private final Clock clock;

    LookUpSources(LookUps lookUps, LookUpPosts posts, Clock clock) {
        this.lookUps = lookUps;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Uni<List<Source>> find() {
        return lookUps.accountsDue(clock.instant())
                .map(due -> due.stream().<Source>map(DueOf::new).toList());
    }

    private final class DueOf implements Source {

        private final AccountId account;

        DueOf(AccountId account) {
            this.account = account;
        }

        @Override
        public SourceKey key() {
            return new SourceKey("lookup:" + account);
        }

        @Override
        public AccountId account() {
            return account;
        }

        @Override
        public String name() {
            return "posts of account " + account + " that are looked up again";
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.POSTS_BY_IDS;
        }

        @Override
        public Tempo tempo() {
            return Tempo.WORK;
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            return posts.turn(account);
        }
    }
}
