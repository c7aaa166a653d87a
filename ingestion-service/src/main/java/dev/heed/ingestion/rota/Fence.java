package dev.heed.ingestion.rota;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps turns from writing that may no longer: their lease is lost, or nobody is to listen for their account. */
@ApplicationScoped
public class Fence {

    private final Leases leases;
    private final Accounts accounts;

    public Fence(Leases leases, Accounts accounts) {
        this.leases = leases;
        this.accounts = accounts;
    }

    /**
     * Whether a turn may write; if so it stays so until the connection's transaction ends. Both questions travel together.
     */
    public Uni<Boolean> lets(SqlConnection connection, Lease lease, AccountId account) {
        return Uni.combine()
                .all()
                .unis(leases.holds(connection, lease), accounts.stillListens(connection, account))
                .with((holds, listens) -> holds && listens);
    }
}
