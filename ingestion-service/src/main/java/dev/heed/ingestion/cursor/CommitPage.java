package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.GapState;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.intake.Gathered;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.rota.Fence;
import dev.heed.messaging.UuidV7;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.XPage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Commits one page of a walk: its mentions, their events and, with the last page, the cursor and the gap that it leaves
 * behind, if it leaves one.
 *
 * <p>Fenced: the same transaction checks that the lease still holds and the account is still listened for, so a poller that was
 * overtaken, or whose account was removed meanwhile, writes nothing.
 */
@ApplicationScoped
class CommitPage {

    private final Transactions transactions;
    private final Fence fence;
    private final TakeIn intake;
    private final Cursors cursors;
    private final Accounts accounts;
    private final Gaps gaps;
    private final NoteUnshown unshown;
    private final TellHeard telling;
    private final Clock clock;

    CommitPage(
            Transactions transactions,
            Fence fence,
            TakeIn intake,
            Cursors cursors,
            Accounts accounts,
            Gaps gaps,
            NoteUnshown unshown,
            TellHeard telling,
            Clock clock) {
        this.transactions = transactions;
        this.fence = fence;
        this.intake = intake;
        this.cursors = cursors;
        this.accounts = accounts;
        this.gaps = gaps;
        this.unshown = unshown;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * @param walk after this page
     * @return the mentions that were new; empty if it may not write any more and nothing was written
     */
    Uni<Optional<List<Mention>>> commit(Walk walk, XPage page, Lease lease) {
        Instant now = clock.instant();
        Account account = walk.stream().account();
        return accounts.oursLately(account)
                .map(ours ->
                        new Hearing(account, ours, walk.via(), walk.stream().watch(), now))
                .chain(hearing -> intake.gather(hearing, page.posts()))
                .chain(gathered ->
                        intake.unheard(page.unavailable()).chain(unheard -> write(walk, gathered, unheard, lease, now)))
                .invoke(heard -> heard.ifPresent(fresh -> telling.tell(account, walk.via(), fresh)));
    }

    private Uni<Optional<List<Mention>>> write(
            Walk walk, Gathered gathered, List<String> unheard, Lease lease, Instant now) {
        AccountId account = walk.stream().account().id();
        return transactions.inConnection(connection -> fence.lets(connection, lease, account)
                .chain(may -> may
                        ? unshown.note(connection, walk.stream(), unheard, lease, now)
                                .chain(() -> write(connection, walk, gathered, lease, now))
                                .map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<List<Mention>> write(SqlConnection connection, Walk walk, Gathered gathered, Lease lease, Instant now) {
        Uni<List<Mention>> taken = intake.take(connection, gathered);
        return walk.isOver() ? taken.call(() -> end(connection, walk, lease, now)) : taken;
    }

    private Uni<Void> end(SqlConnection connection, Walk walk, Lease lease, Instant now) {
        Stream stream = walk.stream();
        return cursors.advance(connection, stream.key(), stream.account().id(), walk.reached(), lease)
                .chain(() -> walk.hidden()
                        .map(span -> gaps.add(connection, gap(walk, span, now), stream.account(), lease, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> stream.isSearch()
                        ? Uni.createFrom().voidItem()
                        : accounts.walked(
                                connection,
                                stream.account().id(),
                                walk.highest() == 0 ? null : Long.toString(walk.highest()),
                                now));
    }

    /**
     * What X still searches back to is looked for by id. But not what a watch left because it was too much for one turn: that
     * would cost without end, where a narrower query is wanted.
     */
    private static Gap gap(Walk walk, Span span, Instant now) {
        boolean fillable = walk.stream().watch() == null && span.to() > Gap.horizon(now);
        return new Gap(
                UuidV7.next(),
                walk.stream().account().id(),
                walk.stream().key().word(),
                span.from(),
                span.to(),
                span.to(),
                fillable ? GapState.OPEN : GapState.UNFILLABLE,
                0,
                walk.whyHidden(),
                now);
    }
}
