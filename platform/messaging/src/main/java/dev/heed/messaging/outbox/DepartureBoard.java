package dev.heed.messaging.outbox;

import dev.heed.messaging.broker.Publisher;
import dev.heed.messaging.broker.RefusedByBroker;
import dev.heed.messaging.broker.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sends one window of events: many subjects at once, the events of one subject one after the other.
 *
 * <p>The next event of a subject leaves only when the one before it is confirmed. A consumer that remembers what it has
 * handled would otherwise take the later one, and the earlier one when it is repeated: the wrong way round.
 */
final class DepartureBoard {

    private final Publisher publisher;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<Long> confirmed = new ArrayList<>();
    private final List<Departure.Failed> refused = new ArrayList<>();
    private final List<Departure.Failed> unclear = new ArrayList<>();

    private record Answer(OutboxRow row, @Nullable Throwable failure) {}

    DepartureBoard(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Blocks until each message is confirmed, refused, timed out, or held back by one before it. */
    Departure send(List<OutboxRow> window) throws InterruptedException {
        Map<String, Queue<OutboxRow>> waiting = new LinkedHashMap<>();
        for (OutboxRow row : window) {
            waiting.computeIfAbsent(row.subject(), subject -> new ArrayDeque<>())
                    .add(row);
        }
        int underWay = 0;
        for (Queue<OutboxRow> subject : waiting.values()) {
            underWay += sendNextOf(subject);
        }
        while (underWay > 0) {
            Answer answer = answers.take();
            underWay--;
            if (record(answer)) {
                underWay += sendNextOf(waiting.getOrDefault(answer.row().subject(), new ArrayDeque<>()));
            }
        }
        return new Departure(confirmed, refused, unclear);
    }

    private int sendNextOf(Queue<OutboxRow> subject) {
        OutboxRow row = subject.poll();
        if (row == null) {
            return 0;
        }
        var _ = publisher
                .publish(Topology.EVENTS, row.type(), row.properties(), row.body())
                .whenComplete((ok, failure) -> answers.add(new Answer(row, failure)));
        return 1;
    }

    private boolean record(Answer answer) {
        Throwable failure = answer.failure() instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : answer.failure();
        switch (failure) {
            case null -> confirmed.add(answer.row().position());
            case RefusedByBroker why ->
                refused.add(new Departure.Failed(answer.row(), String.valueOf(why.getMessage())));
            default -> unclear.add(new Departure.Failed(answer.row(), failure.toString()));
        }
        return failure == null;
    }
}
