package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.account.UsersOnX;
import dev.heed.ingestion.rota.RotaConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Keeps handles as they are on X: who searches for a former one pays for somebody else's mentions.
 *
 * <p>Asked every hour, which costs what asking once a day does: X bills a user once a UTC day.
 */
@ApplicationScoped
class RefreshHandles {

    private static final Logger LOG = Logger.getLogger(RefreshHandles.class);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);
    /** X takes no more ids at a time. */
    private static final int MOST = 100;

    private final Accounts accounts;
    private final UsersOnX users;
    private final RotaConfig config;
    private final Vertx vertx;
    private final Clock clock;

    RefreshHandles(Accounts accounts, UsersOnX users, RotaConfig config, Vertx vertx, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.polling()) {
            vertx.setPeriodic(FIRST.toMillis(), EVERY.toMillis(), timer -> {
                var _ = refresh()
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.warnf("Handles could not be refreshed; trying again: %s", failure));
            });
        }
    }

    /** Asks for all accounts that were not removed. */
    Uni<Void> refresh() {
        return accounts.all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .map(Account::id)
                .group()
                .intoLists()
                .of(MOST)
                .onItem()
                .transformToUniAndConcatenate(users::byIds)
                .onItem()
                .transformToMultiAndConcatenate(shown -> Multi.createFrom().iterable(shown))
                .onItem()
                .transformToUniAndConcatenate(user -> accounts.seen(user, clock.instant()))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
