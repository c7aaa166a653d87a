package dev.heed.ingestion.cursor;

import dev.heed.ingestion.rota.RotaConfig;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Lets one process at a time listen to a source, and gives back what this one holds when it goes. */
@ApplicationScoped
class HeldLeases {

    private final Leases leases;
    private final RotaConfig turns;
    private final Map<SourceKey, Lease> held = new ConcurrentHashMap<>();

    HeldLeases(Leases leases, RotaConfig turns) {
        this.leases = leases;
        this.turns = turns;
    }

    /** The turn, if no other process has the source. Never fails. */
    Uni<TurnEnd> alone(SourceKey source, Function<Lease, Uni<TurnEnd>> turn) {
        return leases.acquire("listen " + source, turns.lease())
                .chain(lease -> lease.map(taken -> {
                            held.put(source, taken);
                            return turn.apply(taken);
                        })
                        .orElseGet(() -> Uni.createFrom().item(new TurnEnd.Standby())))
                .onFailure()
                .recoverWithItem(failure -> new TurnEnd.Broken(failure.toString()));
    }

    /** The next step of a turn, if the lease still holds; it then holds for its whole time again. */
    Uni<TurnEnd> goOn(Lease lease, Uni<TurnEnd> next) {
        return leases.renew(lease)
                .chain(renewed -> renewed ? next : Uni.createFrom().item(new TurnEnd.Overtaken()));
    }

    /** Gives all sources back, so that another process need not wait for the leases to expire. */
    Uni<Void> release() {
        List<Lease> mine = List.copyOf(held.values());
        held.clear();
        return Multi.createFrom()
                .iterable(mine)
                .onItem()
                .transformToUniAndConcatenate(leases::release)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
