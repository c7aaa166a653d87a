package dev.heed.ingestion.account;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Clears away what removed accounts leave behind in the rooms, again and again until nothing is left. */
@ApplicationScoped
class ClearAway {

    private static final Logger LOG = Logger.getLogger(ClearAway.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final List<OnRemoval> rooms;
    private final Vertx vertx;

    ClearAway(Accounts accounts, @All List<OnRemoval> rooms, Vertx vertx) {
        this.accounts = accounts;
        this.rooms = rooms;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(AGAIN.toMillis(), timer -> {
            var _ = rest().subscribe()
                    .with(
                            done -> {},
                            failure -> LOG.warnf("Removed accounts could not be read; trying again: %s", failure));
        });
    }

    /** What is left of a removed account: now or, where a room fails, at the next try, for which the account stays marked. */
    Uni<Void> nowOrLater(Account account) {
        return tried(account).replaceWithVoid();
    }

    /** Whether nothing is left of this one's former life, if it was removed, after one more try. */
    Uni<Boolean> isDone(AccountId id) {
        return accounts.toClear()
                .chain(left -> left.stream()
                        .filter(account -> account.id().equals(id))
                        .findFirst()
                        .map(this::tried)
                        .orElseGet(() -> Uni.createFrom().item(true)));
    }

    private Uni<Boolean> tried(Account account) {
        return clear(account)
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        "@%s is removed, but not everything of it was cleared away; trying again: %s",
                        account.handle(), failure))
                .onFailure()
                .recoverWithItem(false);
    }

    /** Every room does its part, also where another fails. Fails if one did. */
    private Uni<Void> clear(Account account) {
        return Uni.join()
                .all(rooms.stream()
                        .map(room -> Uni.createFrom().deferred(() -> room.removed(account)))
                        .toList())
                .usingConcurrencyOf(1)
                .andCollectFailures()
                .chain(() -> accounts.cleared(account.id()));
    }

    /** What is left of all that were removed. Fails only where they cannot be read. */
    Uni<Void> rest() {
        return accounts.toClear()
                .onItem()
                .transformToMulti(left -> Multi.createFrom().iterable(left))
                .onItem()
                .transformToUniAndConcatenate(this::nowOrLater)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
