package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.OnRemoval;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A removed account's right to read is given back. */
@ApplicationScoped
class DisconnectRemoved implements OnRemoval {

    private final DisconnectAccount disconnecting;

    DisconnectRemoved(DisconnectAccount disconnecting) {
        this.disconnecting = disconnecting;
    }

    @Override
    public Uni<Void> removed(Account account) {
        return disconnecting.disconnect(account.id()).replaceWithVoid();
    }
}
