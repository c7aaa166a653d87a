package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.GapState;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.intake.Gathered;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.rota.Fence;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.PageRequest;
import dev.heed.x.XPage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Fills a gap in what was heard of an account, by searching for its handle between two ids, from the newest down.
 *
 * <p>Each page is committed with how far it went, under the gap's own lease: whoever goes on begins where the last one
 * ended. Pages are asked for by id and not by X's tokens, so that an hour may lie between two of them; but X may leave out all
 * of a page, as what cannot be seen, and then its token is the only way on. A gap of one post, which X could not show where it
 * belonged, is asked for by that id, until X shows it or says that it is gone.
 */
@ApplicationScoped
class FillGap {

    private static final int PAGE = 100;
    /** So that other sources have their turns too. */
    private static final int PAGES_A_TURN = 10;
    /** More pages on which nothing is to be seen are no search. */
    private static final int MOST_EMPTY = 100;

    /** After this long X will not show a post that it could not show just then. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final XPage NOTHING = new XPage(List.of(), null, List.of());

    private final FetchPage fetching;
    private final HeldLeases held;
    private final Fence fence;
    private final Transactions transactions;
    private final TakeIn intake;
    private final Accounts accounts;
    private final Gaps gaps;
    private final NoteUnshown unshown;
    private final TellHeard telling;
    private final Clock clock;

    FillGap(
            FetchPage fetching,
            HeldLeases held,
            Fence fence,
            Transactions transactions,
            TakeIn intake,
            Accounts accounts,
            Gaps gaps,
            NoteUnshown unshown,
            TellHeard telling,
            Clock clock) {
        this.fetching = fetching;
        this.held = held;
        this.fence = fence;
        this.transactions = transactions;
        this.intake = intake;
        this.accounts = accounts;
        this.gaps = gaps;
        this.unshown = unshown;
        this.telling = telling;
        this.clock = clock;
    }

    static SourceKey key(Gap gap) {
        return new SourceKey("gap:" + gap.id());
    }

    /**
     * What is done under one lease, and how much of it was.
     *
     * @param empty pages that had nothing on them, which are not among {@code pages}
     */
    private record Turn(Stream stream, Lease lease, int pages, int empty, int heard) {

        Account account() {
            return stream.account();
        }

        Turn after(List<Mention> fresh) {
            return new Turn(stream, lease, pages + 1, empty, heard + fresh.size());
        }

        Turn afterNothing() {
            return new Turn(stream, lease, pages, empty + 1, heard);
        }
    }

    /** Fills on, for some pages. Never fails. */
    Uni<TurnEnd> fill(Gap gap, Account account) {
        return held.alone(
                key(gap),
                lease -> gaps.find(gap.id())
                        .chain(found -> found.filter(now -> now.state() == GapState.OPEN)
                                .map(open -> stream(open, account)
                                        .chain(stream -> step(open, new Turn(stream, lease, 0, 0, 0))))
                                .orElseGet(() -> Uni.createFrom().item(new TurnEnd.Complete(0)))));
    }

    /** Who wrote before a renaming knew the former handle. */
    private Uni<Stream> stream(Gap gap, Account account) {
        return accounts.renamed(account.id(), gap.begins())
                .map(renaming -> renaming.map(one -> Stream.queryFor(account, one.from()))
                        .orElseGet(() -> Stream.queryFor(account)))
                .map(query -> new Stream(key(gap), account, query, null, null));
    }

    private Uni<TurnEnd> step(Gap gap, Turn turn) {
        Instant now = clock.instant();
        if (gap.post().isPresent()) {
            return ask(gap, gap.post().get(), turn);
        }
        if (!gap.isSearchable(now)) {
            return commit(gap.closed(gap.reached()), NOTHING, turn);
        }
        return ask(gap, gap.searchableFrom(now), null, turn);
    }

    private Uni<TurnEnd> ask(Gap gap, String post, Turn turn) {
        return fetching.fetch(turn.stream(), post).chain(fetched -> switch (fetched) {
            case Fetched.Ended(TurnEnd end) -> Uni.createFrom().item(end);
            case Fetched.TooFarBack _ -> Uni.createFrom().item(new TurnEnd.Broken("X takes no id"));
            case Fetched.Page(XPage page) ->
                page.unavailable().isEmpty() ? commit(gap.closed(gap.from()), page, turn) : later(gap, turn);
        });
    }

    /** The longer X does not show it, the seldomer it is asked for; in the end never more, which is said. */
    private Uni<TurnEnd> later(Gap gap, Turn turn) {
        Instant now = clock.instant();
        Duration age = Duration.between(gap.openedAt(), now);
        if (age.compareTo(PATIENCE) >= 0) {
            return commit(gap.closed(gap.to()), NOTHING, turn);
        }
        Duration pause = age.dividedBy(2);
        return Uni.createFrom().item(new TurnEnd.Waiting(now.plus(pause.compareTo(PAUSE) > 0 ? pause : PAUSE)));
    }

    private Uni<TurnEnd> ask(Gap gap, long since, @Nullable String token, Turn turn) {
        PageRequest request = new PageRequest(PAGE, Long.toString(since), Long.toString(gap.reached()), null, token);
        return fetching.fetch(turn.stream(), request).chain(fetched -> switch (fetched) {
            case Fetched.Ended(TurnEnd end) -> Uni.createFrom().item(end);
            case Fetched.TooFarBack _ -> Uni.createFrom().item(new TurnEnd.Broken("X no longer searches that far"));
            case Fetched.Page(XPage page) -> take(gap, page, since, turn);
        });
    }

    private Uni<TurnEnd> take(Gap gap, XPage page, long since, Turn turn) {
        if (page.nextToken() == null) {
            return commit(gap.closed(since), page, turn);
        }
        OptionalLong lowest = Walk.ids(page).min();
        if (lowest.isEmpty() && turn.empty() < MOST_EMPTY) {
            return held.goOn(
                    turn.lease(),
                    Uni.createFrom().deferred(() -> ask(gap, since, page.nextToken(), turn.afterNothing())));
        }
        return lowest.isPresent() && lowest.getAsLong() < gap.reached()
                ? commit(gap.down(lowest.getAsLong()), page, turn)
                : Uni.createFrom().item(new TurnEnd.Broken("X's pages do not go down"));
    }

    private Uni<TurnEnd> commit(Gap gap, XPage page, Turn turn) {
        Instant now = clock.instant();
        return accounts.oursLately(turn.account())
                .map(ours -> new Hearing(turn.account(), ours, via(gap), null, now))
                .chain(hearing -> intake.gather(hearing, page.posts()))
                .chain(gathered ->
                        intake.unheard(page.unavailable()).chain(unheard -> write(gap, gathered, unheard, turn, now)))
                .chain(written -> written.map(fresh -> goOn(gap, turn, fresh))
                        .orElseGet(() -> Uni.createFrom().item(new TurnEnd.Overtaken())));
    }

    /** What the account's timeline named is about the account, though it may not say so itself. */
    private static Via via(Gap gap) {
        return gap.post().isPresent() && gap.source().startsWith("mentions:") ? Via.SWEEP : Via.BACKFILL;
    }

    private Uni<Optional<List<Mention>>> write(
            Gap gap, Gathered gathered, List<String> unheard, Turn turn, Instant now) {
        return transactions.inConnection(connection -> fence.lets(
                        connection, turn.lease(), turn.account().id())
                .chain(may -> may
                        ? unshown.note(connection, turn.stream(), unheard, turn.lease(), now)
                                .chain(() -> intake.take(connection, gathered))
                                .call(fresh -> gaps.move(
                                        connection, gap.more(fresh.size()), turn.account(), turn.lease(), now))
                                .map(Optional::of)
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<TurnEnd> goOn(Gap before, Turn turn, List<Mention> fresh) {
        telling.tell(turn.account(), via(before), fresh);
        Gap gap = before.more(fresh.size());
        Turn next = turn.after(fresh);
        return gap.state() == GapState.OPEN && next.pages() < PAGES_A_TURN
                ? held.goOn(next.lease(), Uni.createFrom().deferred(() -> step(gap, next)))
                : Uni.createFrom().item(new TurnEnd.Complete(next.heard()));
    }
}
