package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.outbox.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Handles events that may have been handled before, with the inbox, in one transaction. */
@FunctionalInterface
interface Work {

    Uni<Void> on(List<Envelope> events);

    static Work inSessions(Transactions transactions, String queue, Handler handler) {
        return events -> transactions.inSession(session -> Inbox.claim(session, queue, events)
                .chain(fresh ->
                        inTurn(fresh, event -> Traced.handling(queue, event, () -> handler.handle(session, event)))));
    }

    /** One after the other; as a stream, because two hundred chained steps do not fit on a stack. */
    private static Uni<Void> inTurn(List<Envelope> events, Function<Envelope, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .onItem()
                .ignoreAsUni();
    }

    static Work inConnections(Transactions transactions, String queue, BatchHandler handler) {
        return events -> transactions.inConnection(connection -> Inbox.claim(connection, queue, events)
                .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().voidItem() : handler.handle(connection, fresh)));
    }
}
