package dev.heed.reply.publication;

import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.reply.connection.AccountTokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one writer of an account: holds its lease, and does what is due step after step until nothing is.
 *
 * <p>Every step takes the lease anew (the same epoch while it is ours), so a long queue cannot outlast it.
 */
@ApplicationScoped
class AccountWriter {
    private final Leases leases;
    private final AccountTokens tokens;
    private final NextStep nextStep;
    private final SendPublication sendPublication;
    private final ReconcilePublication reconcilePublication;
    private final PublicationConfig config;

    AccountWriter(
            Leases leases,
            AccountTokens tokens,
            NextStep nextStep,
            SendPublication sendPublication,
            ReconcilePublication reconcilePublication,
            PublicationConfig config) {
        this.leases = leases;
        this.tokens = tokens;
        this.nextStep = nextStep;
        this.sendPublication = sendPublication;
        this.reconcilePublication = reconcilePublication;
        this.config = config;
    }

    /** Ends when nothing is due, or another process has the account. Not to be run twice at once for one account. */
    Uni<Void> work(String accountId) {
        return Multi.createBy()
                .repeating()
                .uni(() -> step(accountId))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> step(String accountId) {
        // Read before the lease is asked for: by this clock it ends no later than by the database's.
        long leaseEnds = System.nanoTime() + config.lease().toNanos();
        return leases.acquire("publication/" + accountId, config.lease())
                .flatMap(lease ->
                        lease.isEmpty() ? Uni.createFrom().item(false) : step(accountId, lease.get(), leaseEnds));
    }

    private Uni<Boolean> step(String accountId, Lease lease, long leaseEnds) {
        return tokens.of(accountId)
                .flatMap(grant -> nextStep.take(accountId, lease, grant))
                .flatMap(step -> switch (step) {
                    case Step.Nothing nothing -> leases.release(lease).replaceWith(false);
                    case Step.Done done -> Uni.createFrom().item(true);
                    case Step.Call call -> sendPublication.send(call, leaseEnds).replaceWith(true);
                    case Step.Look look -> reconcilePublication.look(look).replaceWith(true);
                });
    }
}
