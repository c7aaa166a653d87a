package dev.heed.ingestion.message;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.connection.Connection;
import dev.heed.ingestion.connection.Connections;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.Sources;
import dev.heed.ingestion.rota.TurnEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages of every account that is listened for and whose owner let us read them. */
@ApplicationScoped
class MessageSources implements Sources {

    static final String SCOPE = "dm.read";

    private final Accounts accounts;
    private final Connections connections;
    private final HearMessages hearing;
    private final MessagesConfig config;

    MessageSources(Accounts accounts, Connections connections, HearMessages hearing, MessagesConfig config) {
        this.accounts = accounts;
        this.connections = connections;
        this.hearing = hearing;
        this.config = config;
    }

    @Override
    public Uni<List<Source>> find() {
        return connections.all().chain(all -> {
            Set<AccountId> readable = all.stream()
                    .filter(connection -> connection.allows(SCOPE))
                    .map(Connection::account)
                    .collect(Collectors.toSet());
            return readable.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : accounts.all()
                            .map(ours -> ours.stream()
                                    .filter(account -> account.status().listens() && readable.contains(account.id()))
                                    .<Source>map(account -> new MessagesOf(account, ours))
                                    .toList());
        });
    }

    @Override
    public Uni<Void> release() {
        return hearing.release();
    }

    private final class MessagesOf implements Source {

        private final Account account;
        private final List<Account> ours;

        MessagesOf(Account account, List<Account> ours) {
            this.account = account;
            this.ours = ours;
        }

        @Override
        public SourceKey key() {
            return HearMessages.key(account.id());
        }

        @Override
        public AccountId account() {
            return account.id();
        }

        @Override
        public String name() {
            return "messages of @" + account.handle();
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.MESSAGES;
        }

        @Override
        public Duration rest() {
            return config.interval();
        }

        @Override
        public Uni<TurnEnd> turn(Depth depth) {
            return hearing.hear(account, ours, depth);
        }
    }
}
