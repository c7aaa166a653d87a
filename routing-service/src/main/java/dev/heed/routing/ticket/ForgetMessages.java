package dev.heed.routing.ticket;

import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import dev.heed.routing.ticket.life.TicketState;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Erases what was said in private once its ticket has been over for long enough. X does not tell when somebody deletes a direct
 * message, so nothing else would ever erase it. Ids, times and decisions stay.
 */
@ApplicationScoped
class ForgetMessages {

    private static final Logger LOG = Logger.getLogger(ForgetMessages.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** Tickets in one transaction. */
    private static final int BATCH = 50;

    private static final String DUE = """
            select distinct t.id from ticket t join ticket_post p on p.ticket_id = t.id
             where p.kind = 'message' and p.expired_at is null
               and t.status not in ('waiting', 'assigned', 'claimed') and t.updated_at < $1
             limit $2
            """;
    private static final String FORGET = """
            update ticket_post set text = '', media = null, evidence = null, expired_at = $2
             where ticket_id = any ($1) and kind = 'message' and expired_at is null
            """;

    private final MessagesConfig config;
    private final Leases leases;
    private final Transactions transactions;
    private final Posts posts;
    private final TicketBatch tickets;
    private final InstantSource time;
    private Cancellable forgetting = () -> {};

    ForgetMessages(
            MessagesConfig config,
            Leases leases,
            Transactions transactions,
            Posts posts,
            TicketBatch tickets,
            InstantSource time) {
        this.config = config;
        this.leases = leases;
        this.transactions = transactions;
        this.posts = posts;
        this.tickets = tickets;
        this.time = time;
    }

    void start(@Observes StartupEvent started) {
        forgetting = Multi.createFrom()
                .ticks()
                .startingAfter(FIRST)
                .every(EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> whereNobodyElseDoes())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("No longer erasing old direct messages", failure));
    }

    void stop(@Observes ShutdownEvent stopping) {
        forgetting.cancel();
    }

    private Uni<Void> whereNobodyElseDoes() {
        return leases.acquire("forget messages", LEASE)
                .chain(lease -> lease.isPresent() ? all() : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure ->
                        LOG.warn("Old direct messages were not all erased; next try within the hour", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Until none is due. */
    Uni<Void> all() {
        return transactions
                .inConnection(this::some)
                .chain(found -> found < BATCH ? Uni.createFrom().voidItem() : all());
    }

    /** @return how many tickets were due */
    private Uni<Integer> some(SqlConnection connection) {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return posts.lockForHearing(connection)
                .chain(() -> connection
                        .preparedQuery(DUE)
                        .execute(Tuple.of(now.minus(config.messagesKept()).atOffset(ZoneOffset.UTC), BATCH)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new TicketId(row.getUUID("id")))
                        .toList())
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : tickets.lockAll(connection, due)
                                .chain(locked -> forget(connection, locked.values(), now))
                                .replaceWith(due.size()));
    }

    /** Whoever wrote again just now is talked with again. */
    private Uni<Void> forget(SqlConnection connection, Collection<Ticket> locked, Instant now) {
        List<TicketChange> changes = locked.stream()
                .filter(ticket -> ticket.state() instanceof TicketState.Ended)
                .map(ticket -> ticket.messagesForgotten(now))
                .toList();
        UUID[] ids =
                changes.stream().map(change -> change.ticket().id().value()).toArray(UUID[]::new);
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(ids, now.atOffset(ZoneOffset.UTC)))
                .chain(() -> tickets.save(connection, changes))
                .invoke(() -> TicketLog.tell(changes));
    }
}
