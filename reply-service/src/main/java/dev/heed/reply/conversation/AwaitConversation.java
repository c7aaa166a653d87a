package dev.heed.reply.conversation;

import dev.heed.messaging.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Looks a ticket up, and gives news that is still on its way the time to arrive.
 *
 * <p>An agent who has just claimed a ticket may be faster than the event that tells us so; the caller says which version
 * it has seen, and we wait for that one rather than refuse the owner.
 */
@ApplicationScoped
public class AwaitConversation {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Transactions transactions;
    private final Conversations conversations;

    AwaitConversation(Transactions transactions, Conversations conversations) {
        this.transactions = transactions;
        this.conversations = conversations;
    }

    /** The ticket in at least this version, or after two seconds as far as we know it; empty if it is unknown. */
    public Uni<Optional<Conversation>> atLeast(String ticketId, long version) {
        // A session belongs to one Vert.x context: after each pause go on where the caller was.
        Context caller = Vertx.currentContext();
        Executor there = caller == null ? Runnable::run : step -> caller.runOnContext(ignored -> step.run());
        return attempt(ticketId, version, System.nanoTime() + PATIENCE.toNanos(), there);
    }

    private Uni<Optional<Conversation>> attempt(String ticketId, long version, long deadline, Executor there) {
        return transactions
                .inSession(session -> conversations.find(session, ticketId))
                .flatMap(found -> {
                    long known = found.map(Conversation::version).orElse(0L);
                    if (known >= version || System.nanoTime() >= deadline) {
                        return Uni.createFrom().item(found);
                    }
                    return Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(PAUSE)
                            .emitOn(there)
                            .flatMap(waited -> attempt(ticketId, version, deadline, there));
                });
    }
}
