package dev.heed.ingestion.rota;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A turn that is cut off if it does not end in time, and ends once.
 *
 * <p>By a timer of Vert.x, which is gone when it is cancelled. Mutiny's limits stay where they wait until their time has
 * come, and with them all that the turn was made of: three quarters of an hour of turns would stay in memory.
 */
final class Cut {

    private final Vertx vertx;
    private final Consumer<TurnEnd> told;
    private final AtomicReference<Cancellable> running = new AtomicReference<>(() -> {});
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long limit;

    private Cut(Vertx vertx, Duration longest, Consumer<TurnEnd> told) {
        this.vertx = vertx;
        this.told = told;
        this.limit = vertx.setTimer(longest.toMillis(), timer -> {
            end(new TurnEnd.Broken("it had no end within " + longest.toSeconds() + " s and was given up"));
            running.get().cancel();
        });
    }

    static Cut after(Vertx vertx, Duration longest, Consumer<TurnEnd> told) {
        return new Cut(vertx, longest, told);
    }

    void run(Uni<TurnEnd> turn) {
        running.set(turn.subscribe().with(this::end, failure -> end(new TurnEnd.Broken(failure.toString()))));
    }

    private void end(TurnEnd how) {
        if (ended.compareAndSet(false, true)) {
            vertx.cancelTimer(limit);
            told.accept(how);
        }
    }
}
