package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Handles events that may have been handled before, with the inbox, in one transaction. */
@FunctionalInterface
interface Work {

    Uni<Void> on(List<Envelope> events);

    static Work inSessions(Transactions transactions, String queue, Handler handler) {
        return events -> transactions.inSession(session -> Inbox.claim(session, queue, events)
                .chain(fresh -> {
                    Uni<Void> inTurn = Uni.createFrom().voidItem();
                    for (Envelope event : fresh) {
                        inTurn =
                                inTurn.chain(() -> Traced.handling(queue, event, () -> handler.handle(session, event)));
                    }
                    return inTurn;
                }));
    }

    static Work inConnections(Transactions transactions, String queue, BatchHandler handler) {
        return events -> transactions.inConnection(connection -> Inbox.claim(connection, queue, events)
                .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem() : handler.handle(connection, fresh)));
    }
}
