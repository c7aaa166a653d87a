package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.rota.RotaConfig;
import dev.heed.ingestion.rota.SourceKey;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XPage;
import dev.heed.x.XPost;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Walks over an account's mentions, as the one process that may: pages of 100 to the end, each committed as it comes.
 *
 * <p>A walk that breaks off loses nothing: the cursor has not moved, the next walk meets the same posts again, and the
 * intake knows those that it has.
 */
@ApplicationScoped
class WalkAccount {

    private static final Logger LOG = Logger.getLogger(WalkAccount.class);

    private final XApi x;
    private final AskX door;
    private final Bearers bearers;
    private final Leases leases;
    private final Cursors cursors;
    private final CommitPage pages;
    private final ListeningConfig config;
    private final RotaConfig turns;
    private final Clock clock;
    private final Map<AccountId, Lease> held = new ConcurrentHashMap<>();

    WalkAccount(
            XApi x,
            AskX door,
            Bearers bearers,
            Leases leases,
            Cursors cursors,
            CommitPage pages,
            ListeningConfig config,
            RotaConfig turns,
            Clock clock) {
        this.x = x;
        this.door = door;
        this.bearers = bearers;
        this.leases = leases;
        this.cursors = cursors;
        this.pages = pages;
        this.config = config;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Walks to the end, or as far as it goes. Never fails.
     *
     * @param ours all accounts, to know whom a post speaks to
     */
    Uni<TurnEnd> walk(Account account, List<Account> ours, Via via) {
        return leases.acquire("listen " + key(account.id()), turns.lease())
                .chain(lease -> lease.map(taken -> begin(account, ours, via, taken))
                        .orElseGet(() -> Uni.createFrom().item(new TurnEnd.Standby())))
                .onFailure()
                .recoverWithItem(failure -> new TurnEnd.Broken(failure.toString()));
    }

    static SourceKey key(AccountId account) {
        return new SourceKey("mentions:" + account);
    }

    /** Gives all accounts back, so that another process need not wait for the leases to expire. */
    Uni<Void> release() {
        List<Lease> mine = List.copyOf(held.values());
        held.clear();
        return Multi.createFrom()
                .iterable(mine)
                .onItem()
                .transformToUniAndConcatenate(leases::release)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<TurnEnd> begin(Account account, List<Account> ours, Via via, Lease lease) {
        held.put(account.id(), lease);
        Walk.Reach reach = new Walk.Reach(config.overlap(), config.sweepOverlap(), config.firstLookBack());
        return cursors.find(account.id())
                .map(cursor -> Walk.begin(account, via, cursor, clock.instant(), reach))
                .chain(walk -> step(walk, ours, lease, 0));
    }

    private Uni<TurnEnd> step(Walk walk, List<Account> ours, Lease lease, int heard) {
        return bearers.forReading(walk.account().id()).chain(bearer -> switch (bearer) {
            case Bearer.Missing(String why) -> Uni.createFrom().item(new TurnEnd.Refused(Refusal.UNAUTHORIZED, why));
            case Bearer.Ready ready ->
                fetch(walk, ready).chain(asked -> switch (asked) {
                    case Asked.Answered<XPage>(var answer) -> react(walk, ours, lease, heard, answer);
                    case Asked.NotNow<XPage>(var until, var _) ->
                        Uni.createFrom().item(new TurnEnd.Waiting(until));
                });
        });
    }

    private Uni<Asked<XPage>> fetch(Walk walk, Bearer.Ready bearer) {
        AccountId account = walk.account().id();
        return door.ask(
                new Ask(Endpoint.MENTIONS, account, bearer.key()),
                () -> x.mentions(account.value(), walk.request(), bearer.token()),
                page -> Reads.posts(page.posts().stream().map(XPost::id).toList()));
    }

    private Uni<TurnEnd> react(Walk walk, List<Account> ours, Lease lease, int heard, XAnswer<XPage> answer) {
        return switch (answer) {
            case XAnswer.Given<XPage>(XPage page, var _) -> commit(walk, ours, lease, heard, page);
            case XAnswer.Refused<XPage>(Refusal refusal, var _, var _)
            when refusal == Refusal.STALE_SINCE_ID && walk.since() != null -> step(walk.byTime(), ours, lease, heard);
            case XAnswer.Refused<XPage>(Refusal refusal, var _, String detail) ->
                Uni.createFrom().item(new TurnEnd.Refused(refusal, detail));
            case XAnswer.Limited<XPage>(var until, var _) -> Uni.createFrom().item(new TurnEnd.Waiting(until));
            case XAnswer.Unclear<XPage>(String cause) -> Uni.createFrom().item(new TurnEnd.Broken(cause));
        };
    }

    private Uni<TurnEnd> commit(Walk before, List<Account> ours, Lease lease, int heard, XPage page) {
        Walk walk = before.after(page, clock.instant());
        if (!page.unreadable().isEmpty()) {
            LOG.errorf(
                    "X showed posts to @%s that cannot be read: %s",
                    walk.account().handle(), page.unreadable());
        }
        return pages.commit(walk, page, ours, lease)
                .chain(fresh -> fresh.map(mentions -> goOn(walk, ours, lease, heard, mentions))
                        .orElseGet(() -> Uni.createFrom().item(new TurnEnd.Overtaken())));
    }

    private Uni<TurnEnd> goOn(Walk walk, List<Account> ours, Lease lease, int heardBefore, List<Mention> fresh) {
        int heard = heardBefore + fresh.size();
        if (walk.isOver()) {
            if (walk.mayHaveGap() && !fresh.isEmpty()) {
                LOG.warnf(
                        "@%s was mentioned more often than X shows: what came before the newest %d may be missing",
                        walk.account().handle(), walk.posts());
            }
            return Uni.createFrom().item(new TurnEnd.Complete(heard));
        }
        if (walk.isEndless()) {
            return Uni.createFrom().item(new TurnEnd.Broken("X's pages do not end"));
        }
        return leases.renew(lease)
                .chain(renewed -> renewed
                        ? step(walk, ours, lease, heard)
                        : Uni.createFrom().item(new TurnEnd.Overtaken()));
    }
}
