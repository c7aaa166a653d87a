package dev.heed.ingestion.message;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.gap.Gap;
import dev.heed.ingestion.gap.GapState;
import dev.heed.ingestion.gap.Gaps;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Fence;
import dev.heed.ingestion.rota.RotaConfig;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.messaging.UuidV7;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.Refusal;
import dev.heed.x.XMessagePage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Hears an account's messages, as the one process that may: page by page, each committed with how far the walk has come.
 */
@ApplicationScoped
class HearMessages {

    private static final Logger LOG = Logger.getLogger(HearMessages.class);

    private final DirectMessages direct;
    private final TakeMessages intake;
    private final MessageCursors cursors;
    private final Transactions transactions;
    private final Leases leases;
    private final Fence fence;
    private final Gaps gaps;
    private final MessagesConfig config;
    private final RotaConfig turns;
    private final Clock clock;
    private final Map<AccountId, Lease> held = new ConcurrentHashMap<>();

    HearMessages(
            DirectMessages direct,
            TakeMessages intake,
            MessageCursors cursors,
            Transactions transactions,
            Leases leases,
            Fence fence,
            Gaps gaps,
            MessagesConfig config,
            RotaConfig turns,
            Clock clock) {
        this.direct = direct;
        this.intake = intake;
        this.cursors = cursors;
        this.transactions = transactions;
        this.leases = leases;
        this.fence = fence;
        this.gaps = gaps;
        this.config = config;
        this.turns = turns;
        this.clock = clock;
    }

    static SourceKey key(AccountId account) {
        return new SourceKey("messages:" + account);
    }

    /** Walks to the end, or as far as it goes. Never fails. */
    Uni<TurnEnd> hear(Account account, List<Account> ours, Depth depth) {
        return leases.acquire("listen " + key(account.id()), turns.lease())
                .chain(lease -> lease.isEmpty()
                        ? end(new TurnEnd.Standby())
                        : begin(new Turn(account, ours, depth, lease.get())))
                .onFailure()
                .recoverWithItem(failure -> new TurnEnd.Broken(failure.toString()));
    }

    /** Gives all accounts back, so that another process need not wait for the leases to expire. */
    Uni<Void> release() {
        List<Lease> mine = List.copyOf(held.values());
        held.clear();
        return mine.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(mine.stream().map(leases::release).toList())
                        .andCollectFailures()
                        .replaceWithVoid();
    }

    /** One turn of one account. */
    private record Turn(Account account, List<Account> ours, Depth depth, Lease lease) {}

    private Uni<TurnEnd> begin(Turn turn) {
        held.put(turn.account().id(), turn.lease());
        Instant from = clock.instant().minus(config.firstLookBack());
        return cursors.find(turn.account().id(), from).chain(walk -> step(turn, walk, 0));
    }

    private Uni<TurnEnd> step(Turn turn, MessageWalk walk, int heard) {
        AccountId account = turn.account().id();
        return direct.show(account, walk.most(), walk.token()).chain(shown -> switch (shown) {
            case DirectMessages.Shown.Page(XMessagePage page) -> commit(turn, walk, heard, page);
            case DirectMessages.Shown.NotNow(Instant until) -> end(new TurnEnd.Waiting(until));
            case DirectMessages.Shown.NotToUs(Refusal refusal, var _)
            when refusal == Refusal.INVALID && walk.token() != null -> step(turn, walk.anew(), heard);
            case DirectMessages.Shown.NotToUs(Refusal refusal, String why) ->
                tell(turn.account(), why).replaceWith(new TurnEnd.Refused(refusal, why));
            case DirectMessages.Shown.Broken(String cause) -> end(new TurnEnd.Broken(cause));
        });
    }

    private Uni<TurnEnd> commit(Turn turn, MessageWalk before, int heardBefore, XMessagePage page) {
        AccountId account = turn.account().id();
        Instant now = clock.instant();
        MessageWalk walk = before.after(page, turn.depth(), now);
        Optional<Gap> lost = before.lost(page, now).map(span -> gap(account, span, now));
        if (!page.unreadable().isEmpty()) {
            LOG.errorf(
                    "X showed %d messages of @%s that cannot be read: %s",
                    page.unreadable().size(), turn.account().handle(), page.unreadable());
        }
        return intake.gather(turn.account(), turn.ours(), Via.POLL, before.wanted(page))
                .chain(gathered -> transactions.inConnection(connection -> fence.lets(connection, turn.lease(), account)
                        .chain(may -> may
                                ? intake.take(connection, gathered)
                                        .call(() -> cursors.move(connection, account, walk, turn.lease()))
                                        .call(() -> lost.map(gap ->
                                                        gaps.add(connection, gap, turn.account(), turn.lease(), now))
                                                .orElseGet(
                                                        () -> Uni.createFrom().voidItem()))
                                : Uni.createFrom().item(-1))))
                .chain(fresh -> fresh < 0 ? end(new TurnEnd.Overtaken()) : goOn(turn, walk, heardBefore + fresh));
    }

    /** X neither searches messages nor shows older ones: nothing of it can be heard any more. */
    private static Gap gap(AccountId account, MessageWalk.Lost lost, Instant now) {
        return new Gap(
                UuidV7.next(),
                account,
                key(account).word(),
                lost.from(),
                lost.to(),
                lost.to(),
                GapState.UNFILLABLE,
                0,
                "Direct messages were not read for longer than X shows them, which is 30 days",
                now);
    }

    private Uni<TurnEnd> goOn(Turn turn, MessageWalk walk, int heard) {
        if (walk.over()) {
            if (heard > 0) {
                LOG.infof("Heard %d messages to @%s", heard, turn.account().handle());
            }
            return end(new TurnEnd.Complete(heard));
        }
        return leases.renew(turn.lease())
                .chain(renewed -> renewed ? step(turn, walk, heard) : end(new TurnEnd.Overtaken()));
    }

    private Uni<Void> tell(Account account, String why) {
        return cursors.refused(account.id(), why)
                .invoke(news -> {
                    if (news) {
                        LOG.warnf("Messages to @%s are not heard: %s", account.handle(), why);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<TurnEnd> end(TurnEnd end) {
        return Uni.createFrom().item(end);
    }
}
