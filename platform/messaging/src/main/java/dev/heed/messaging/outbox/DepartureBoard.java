package dev.heed.messaging.outbox;

import com.rabbitmq.client.AMQP;
import dev.heed.messaging.broker.RefusedByBroker;
import dev.heed.messaging.broker.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one batch of events: many subjects at once, the events of one subject one after the other, and never more under way
 * than the window.
 *
 * <p>The next event of a subject leaves only when the one before it is confirmed. A consumer that remembers what it has
 * handled would otherwise take the later one, and the earlier one when it is repeated: the wrong way round. So a long
 * conversation is as slow as the broker's confirms, and a batch ends before its time is over, whatever is left of it.
 */
final class DepartureBoard {

    private final Way way;
    private final int window;
    private final BooleanSupplier timeIsUp;
    private final Map<String, Queue<OutboxRow>> waiting = new LinkedHashMap<>();
    /** Subjects whose next event may leave. */
    private final Deque<Queue<OutboxRow>> ready = new ArrayDeque<>();

    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final List<Long> confirmed = new ArrayList<>();
    private final List<Departure.Failed> refused = new ArrayList<>();
    private final List<Departure.Failed> unclear = new ArrayList<>();

    private record Answer(OutboxRow row, @Nullable Throwable failure) {}

    /** How a message comes to the broker: see {@link dev.heed.messaging.broker.Publisher#publish}. */
    @FunctionalInterface
    interface Way {
        CompletableFuture<@Nullable Void> publish(
                String exchange, String routingKey, AMQP.BasicProperties properties, byte[] body);
    }

    /** @param timeIsUp asked before each message; from then on none leaves, and those under way are waited for */
    DepartureBoard(Way way, int window, BooleanSupplier timeIsUp) {
        this.way = way;
        this.window = window;
        this.timeIsUp = timeIsUp;
    }

    /**
     * Blocks until each message is confirmed, refused, timed out, or held back by one before it or by the time. When it is
     * unclear what became of one, nothing more is sent: its channel is gone, or soon will be.
     */
    Departure send(List<OutboxRow> batch) throws InterruptedException {
        for (OutboxRow row : batch) {
            waiting.computeIfAbsent(row.subject(), subject -> new ArrayDeque<>())
                    .add(row);
        }
        ready.addAll(waiting.values());
        int underWay = sendReady(window);
        while (underWay > 0) {
            Answer answer = answers.take();
            underWay--;
            Queue<OutboxRow> rest = waiting.getOrDefault(answer.row().subject(), new ArrayDeque<>());
            if (record(answer) && !rest.isEmpty()) {
                ready.addFirst(rest);
            }
            underWay += sendReady(window - underWay);
        }
        return new Departure(confirmed, refused, unclear);
    }

    private int sendReady(int places) {
        int sent = 0;
        while (sent < places && !ready.isEmpty() && unclear.isEmpty() && !timeIsUp.getAsBoolean()) {
            OutboxRow row = ready.removeFirst().remove();
            var _ = way.publish(Topology.EVENTS, row.type(), row.properties(), row.body())
                    .whenComplete((ok, failure) -> answers.add(new Answer(row, failure)));
            sent++;
        }
        return sent;
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
