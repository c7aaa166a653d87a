package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.outbox.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Handles events that may have been handled before, with the inbox, in one transaction. */
final class Work {

    private static final Logger LOG = Logger.getLogger(Work.class);
    private static final Duration PROBE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Function<List<Envelope>, Uni<Void>> handling;

    private Work(Transactions transactions, Function<List<Envelope>, Uni<Void>> handling) {
        this.transactions = transactions;
        this.handling = handling;
    }

    static Work inSessions(Transactions transactions, String queue, Handler handler) {
        return new Work(
                transactions,
                events -> transactions.inSession(session -> Inbox.claim(session, queue, events)
                        .chain(fresh -> inTurn(
                                fresh, event -> Traced.handling(queue, event, () -> handler.handle(session, event))))));
    }

    static Work inConnections(Transactions transactions, String queue, BatchHandler handler) {
        return new Work(
                transactions,
                events -> transactions.inConnection(connection -> Inbox.claim(connection, queue, events)
                        .chain(fresh ->
                                fresh.isEmpty() ? Uni.createFrom().voidItem() : handler.handle(connection, fresh))));
    }

    Uni<Void> on(List<Envelope> events) {
        return handling.apply(events);
    }

    /** Whether the database answers at all: what tells a handler that hangs from a database that does. */
    boolean databaseAnswers() {
        try {
            transactions
                    .inConnection(connection ->
                            connection.preparedQuery("select 1").execute().replaceWithVoid())
                    .await()
                    .atMost(PROBE);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("the database does not answer", e);
            return false;
        }
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
}
