package dev.heed.messaging.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens the transaction of a use case and wakes the relay once it is committed.
 *
 * <p>May be called from anywhere: outside a Vert.x duplicated context, as from a timer's thread, the work is moved to a fresh
 * one. The result is delivered there.
 */
@ApplicationScoped
public class Transactions {

    private final Vertx vertx;
    private final Pool pool;
    private final RelaySignal signal;

    Transactions(Vertx vertx, Pool pool, RelaySignal signal) {
        this.vertx = vertx;
        this.pool = pool;
        this.signal = signal;
    }

    /**
     * Runs the work in one Hibernate Reactive transaction; Panache repositories called in it see the same session. Inside
     * another {@code inSession} it joins that.
     */
    public <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return waking(() -> onSafeContext(
                () -> Panache.withTransaction(() -> Panache.getSession().chain(work::apply))));
    }

    /** Runs the work in one transaction of the reactive SQL client, on a connection of its own; never joins another. */
    public <T> Uni<T> inConnection(Function<SqlConnection, Uni<T>> work) {
        return waking(() -> onSafeContext(() -> pool.withTransaction(work)));
    }

    private <T> Uni<T> waking(Supplier<Uni<T>> transaction) {
        return Uni.createFrom().deferred(() -> {
            long mark = signal.mark();
            return transaction.get().onItem().invoke(() -> signal.committedSince(mark));
        });
    }

    private <T> Uni<T> onSafeContext(Supplier<Uni<T>> work) {
        if (VertxContext.isOnDuplicatedContext()) {
            return work.get();
        }
        return Uni.createFrom().emitter(emitter -> {
            Context context = Objects.requireNonNull(
                    VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()), "a root context was given");
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> {
                Cancellable running = work.get().subscribe().with(emitter::complete, emitter::fail);
                emitter.onTermination(running::cancel);
            });
        });
    }
}
