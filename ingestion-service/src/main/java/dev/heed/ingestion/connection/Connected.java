package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.quota.TokensInUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which accounts are connected, as this process knows: what it did itself at once, what others did when it next reads the
 * connections, which a process that listens does every second.
 */
@ApplicationScoped
class Connected implements TokensInUse {

    private final Set<AccountId> accounts = ConcurrentHashMap.newKeySet();

    @Override
    public TokenKey of(AccountId account) {
        return accounts.contains(account) ? TokenKey.of(account) : TokenKey.APP;
    }

    void see(List<Connection> all) {
        Set<AccountId> now = all.stream()
                .filter(Connection::isConnected)
                .map(Connection::account)
                .collect(Collectors.toSet());
        accounts.addAll(now);
        accounts.retainAll(now);
    }

    void begin(AccountId account) {
        accounts.add(account);
    }

    void end(AccountId account) {
        accounts.remove(account);
    }
}
