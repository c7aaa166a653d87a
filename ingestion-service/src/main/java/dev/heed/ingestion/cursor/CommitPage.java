package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.intake.Gathered;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.messaging.Trace;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.XPage;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Commits one page of a walk: its mentions, their events and, with the last page, the cursor.
 *
 * <p>Fenced: the same transaction checks that the lease still holds, so a poller that was overtaken writes nothing.
 */
@ApplicationScoped
class CommitPage {

    private static final Logger LOG = Logger.getLogger(CommitPage.class);

    private final Transactions transactions;
    private final Leases leases;
    private final TakeIn intake;
    private final Cursors cursors;
    private final Accounts accounts;
    private final MeterRegistry meters;
    private final Clock clock;

    CommitPage(
            Transactions transactions,
            Leases leases,
            TakeIn intake,
            Cursors cursors,
            Accounts accounts,
            MeterRegistry meters,
            Clock clock) {
        this.transactions = transactions;
        this.leases = leases;
        this.intake = intake;
        this.cursors = cursors;
        this.accounts = accounts;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @param walk after this page
     * @return the mentions that were new; empty if the lease was lost and nothing was written
     */
    Uni<Optional<List<Mention>>> commit(Walk walk, XPage page, List<Account> ours, Lease lease) {
        Instant now = clock.instant();
        return intake.gather(new Hearing(walk.account(), ours, walk.via(), now), page.posts())
                .chain(gathered -> write(walk, gathered, lease, now))
                .invoke(heard -> heard.ifPresent(fresh -> tell(walk, fresh)));
    }

    private Uni<Optional<List<Mention>>> write(Walk walk, Gathered gathered, Lease lease, Instant now) {
        return transactions.inConnection(connection -> leases.holds(connection, lease)
                .chain(holds -> holds
                        ? write(connection, walk, gathered, lease, now).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<List<Mention>> write(SqlConnection connection, Walk walk, Gathered gathered, Lease lease, Instant now) {
        Uni<List<Mention>> taken = intake.take(connection, gathered);
        return walk.isOver() ? taken.call(() -> end(connection, walk, lease, now)) : taken;
    }

    private Uni<Void> end(SqlConnection connection, Walk walk, Lease lease, Instant at) {
        String newest = walk.highest() == 0 ? null : Long.toString(walk.highest());
        Uni<Void> noted = accounts.walked(connection, walk.account().id(), newest, at);
        return newest == null
                ? noted
                : cursors.advance(connection, walk.account().id(), walk.highest(), lease, at)
                        .chain(() -> noted);
    }

    private void tell(Walk walk, List<Mention> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        LOG.infof(
                "Heard %d of @%s by %s, traces %s",
                fresh.size(),
                walk.account().handle(),
                walk.via().word(),
                fresh.stream()
                        .map(mention -> Trace.traceId(mention.traceparent()))
                        .collect(Collectors.joining(" ")));
        fresh.stream()
                .collect(Collectors.groupingBy(Mention::accountHandle, Collectors.counting()))
                .forEach((handle, count) -> meters.counter("heed.ingestion.mentions", "account", handle)
                        .increment(count));
    }
}
