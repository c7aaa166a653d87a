package dev.heed.ingestion.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A room of the tests that fails to clear away after an account as often as the test says. */
@ApplicationScoped
class OddRoom implements OnRemoval {

    private final Map<AccountId, Integer> failures = new ConcurrentHashMap<>();

    @Override
    public Uni<Void> removed(Account account) {
        Integer left = failures.computeIfPresent(account.id(), (id, count) -> count - 1);
        return left == null || left < 0
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new IllegalStateException("the database is away"));
    }

    void fail(AccountId account, int times) {
        failures.put(account, times);
    }
}
