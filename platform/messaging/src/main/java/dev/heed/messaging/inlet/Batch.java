package dev.heed.messaging.inlet;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.MalformedEvent;
import dev.heed.messaging.Outages;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Works a batch to its end: every message handled, or found dead with a reason.
 *
 * <p>A batch that fails is halved until the message that fails stands alone, in order of arrival, so that the order of a subject
 * is kept. An outage changes nothing but the clock: the same work is tried again until it passes or the caller gives up.
 */
final class Batch {

    private static final Logger LOG = Logger.getLogger(Batch.class);
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final Work work;
    private final InletConfig config;
    private final InletMetrics metrics;
    private final BooleanSupplier abandoned;

    /** A message and why it cannot be used. */
    record Dead(Arrival arrival, String reason) {}

    /** The work was given up because the channel or the service ended; the broker will deliver the messages again. */
    static final class Abandoned extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private record Message(Arrival arrival, Envelope event) {}

    Batch(Work work, InletConfig config, InletMetrics metrics, BooleanSupplier abandoned) {
        this.work = work;
        this.config = config;
        this.metrics = metrics;
        this.abandoned = abandoned;
    }

    /** The dead of these messages, in order; all others are handled when this returns. */
    List<Dead> work(List<Arrival> arrivals) throws Abandoned, InterruptedException {
        List<Dead> dead = new ArrayList<>();
        Deque<List<Message>> open = new ArrayDeque<>();
        open.push(readable(arrivals, dead));
        while (!open.isEmpty()) {
            List<Message> next = open.pop();
            if (next.size() == 1) {
                alone(next.getFirst(), dead);
            } else if (!next.isEmpty() && !together(next)) {
                open.push(next.subList(next.size() / 2, next.size()));
                open.push(next.subList(0, next.size() / 2));
            }
        }
        return dead;
    }

    private static List<Message> readable(List<Arrival> arrivals, List<Dead> dead) {
        List<Message> readable = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            try {
                readable.add(new Message(arrival, EnvelopeCodec.decode(arrival.body())));
            } catch (MalformedEvent e) {
                dead.add(new Dead(arrival, String.valueOf(e.getMessage())));
            }
        }
        return readable;
    }

    private boolean together(List<Message> messages) throws Abandoned, InterruptedException {
        try {
            attempt(messages);
            return true;
        } catch (WorkFailed e) {
            LOG.debugf("a batch of %d failed and is split: %s", messages.size(), e.getCause());
            return false;
        }
    }

    private void alone(Message message, List<Dead> dead) throws Abandoned, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                attempt(List.of(message));
                return;
            } catch (WorkFailed e) {
                if (e.getCause() instanceof MalformedEvent || tries >= config.tries()) {
                    bury(message, e.getCause(), dead);
                    return;
                }
                pause(FIRST_PAUSE_MILLIS << tries);
            }
        }
    }

    private static void bury(Message message, Throwable failure, List<Dead> dead) {
        Envelope event = message.event();
        if (failure instanceof MalformedEvent) {
            LOG.warnf("event %s of type %s is dead: %s", event.id(), event.type(), failure.getMessage());
            dead.add(new Dead(message.arrival(), String.valueOf(failure.getMessage())));
        } else {
            LOG.errorf(failure, "event %s of type %s is dead: its handler failed", event.id(), event.type());
            dead.add(new Dead(message.arrival(), failure.toString()));
        }
    }

    /** One transaction, repeated through outages. */
    private void attempt(List<Message> messages) throws WorkFailed, Abandoned, InterruptedException {
        List<Envelope> events = messages.stream().map(Message::event).toList();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                work.on(events).await().atMost(config.patience());
                return;
            } catch (RuntimeException | Error e) {
                // Errors too: a handler that overflows the stack must not end the inlet.
                Throwable failure = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
                if (abandoned.getAsBoolean()) {
                    // What fails because all is being closed is nobody's fault.
                    throw new Abandoned();
                }
                if (!isOutage(failure)) {
                    throw new WorkFailed(failure);
                }
                metrics.outage();
                if (pause == FIRST_PAUSE_MILLIS) {
                    LOG.warnf("%d messages wait for an outage to pass: %s", events.size(), failure);
                }
            }
            pause(pause);
            pause = Math.min(pause * 2, config.retryAtMost().toMillis());
        }
    }

    private boolean isOutage(Throwable failure) {
        return Outages.isOutage(failure) || (failure instanceof TimeoutException && !work.databaseAnswers());
    }

    private void pause(long millis) throws Abandoned, InterruptedException {
        Thread.sleep(Duration.ofMillis(millis));
        if (abandoned.getAsBoolean()) {
            throw new Abandoned();
        }
    }

    private static final class WorkFailed extends Exception {
        private static final long serialVersionUID = 1L;

        WorkFailed(Throwable cause) {
            super(cause);
        }

        @Override
        public synchronized Throwable getCause() {
            return java.util.Objects.requireNonNull(super.getCause());
        }
    }
}
