package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.OnRemoval;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The watches of an account that is removed, and comes back, begin only when somebody says so. */
@ApplicationScoped
class PauseWatches implements OnRemoval {

    private final Watches watches;

    PauseWatches(Watches watches) {
        this.watches = watches;
    }

    @Override
    public Uni<Void> removed(Account account) {
        return watches.pause(account.id());
    }
}
