package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.mention.Mention;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.messaging.lease.Lease;
import dev.heed.messaging.lease.Leases;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XOAuth;
import dev.heed.x.XPage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final XOAuth tokens;
    private final Leases leases;
    private final Cursors cursors;
    private final CommitPage pages;
    private final Quotas quotas;
    private final ListeningConfig config;
    private final Clock clock;
    private final Map<AccountId, Lease> held = new ConcurrentHashMap<>();

    WalkAccount(
            XApi x,
            XOAuth tokens,
            Leases leases,
            Cursors cursors,
            CommitPage pages,
            Quotas quotas,
            ListeningConfig config,
            Clock clock) {
        this.x = x;
        this.tokens = tokens;
        this.leases = leases;
        this.cursors = cursors;
        this.pages = pages;
        this.quotas = quotas;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Walks to the end, or as far as it goes. Never fails.
     *
     * @param ours all accounts, to know whom a post speaks to
     */
    Uni<WalkEnd> walk(Account account, List<Account> ours, Via via) {
        return leases.acquire("poll " + account.id(), config.lease())
                .chain(lease -> lease.map(taken -> begin(account, ours, via, taken))
                        .orElseGet(() -> Uni.createFrom().item(new WalkEnd.Standby())))
                .onFailure()
                .recoverWithItem(failure -> new WalkEnd.Broken(failure.toString()));
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

    private Uni<WalkEnd> begin(Account account, List<Account> ours, Via via, Lease lease) {
        held.put(account.id(), lease);
        Walk.Reach reach = new Walk.Reach(config.overlap(), config.sweepOverlap(), config.firstLookBack());
        return cursors.find(account.id())
                .map(cursor -> Walk.begin(account, via, cursor, clock.instant(), reach))
                .chain(walk -> step(walk, ours, lease, 0));
    }

    private Uni<WalkEnd> step(Walk walk, List<Account> ours, Lease lease, int heard) {
        Optional<String> bearer = tokens.appBearer();
        if (bearer.isEmpty()) {
            return Uni.createFrom().item(new WalkEnd.Refused(Refusal.UNAUTHORIZED, "HEED_X_BEARER_TOKEN is not set"));
        }
        return x.mentions(walk.account().id().value(), walk.request(), bearer.get())
                .invoke(quotas::learn)
                .chain(answer -> react(walk, ours, lease, heard, answer));
    }

    private Uni<WalkEnd> react(Walk walk, List<Account> ours, Lease lease, int heard, XAnswer<XPage> answer) {
        return switch (answer) {
            case XAnswer.Given<XPage>(XPage page, var _) -> commit(walk, ours, lease, heard, page);
            case XAnswer.Refused<XPage>(Refusal refusal, var _, var _)
            when refusal == Refusal.STALE_SINCE_ID && walk.since() != null -> step(walk.byTime(), ours, lease, heard);
            case XAnswer.Refused<XPage>(Refusal refusal, var _, String detail) ->
                Uni.createFrom().item(new WalkEnd.Refused(refusal, detail));
            case XAnswer.Limited<XPage>(var until, var _) -> Uni.createFrom().item(new WalkEnd.Waiting(until));
            case XAnswer.Unclear<XPage>(String cause) -> Uni.createFrom().item(new WalkEnd.Broken(cause));
        };
    }

    private Uni<WalkEnd> commit(Walk before, List<Account> ours, Lease lease, int heard, XPage page) {
        Walk walk = before.after(page, clock.instant());
        if (!page.unreadable().isEmpty()) {
            LOG.errorf(
                    "X showed posts to @%s that cannot be read: %s",
                    walk.account().handle(), page.unreadable());
        }
        return pages.commit(walk, page, ours, lease)
                .chain(fresh -> fresh.map(mentions -> goOn(walk, ours, lease, heard, mentions))
                        .orElseGet(() -> Uni.createFrom().item(new WalkEnd.Overtaken())));
    }

    private Uni<WalkEnd> goOn(Walk walk, List<Account> ours, Lease lease, int heardBefore, List<Mention> fresh) {
        int heard = heardBefore + fresh.size();
        if (walk.isOver()) {
            if (walk.mayHaveGap() && !fresh.isEmpty()) {
                LOG.warnf(
                        "@%s was mentioned more often than X shows: what came before the newest %d may be missing",
                        walk.account().handle(), walk.posts());
            }
            return Uni.createFrom().item(new WalkEnd.Complete(heard));
        }
        if (walk.isEndless()) {
            return Uni.createFrom().item(new WalkEnd.Broken("X's pages do not end"));
        }
        return leases.renew(lease)
                .chain(renewed -> renewed
                        ? step(walk, ours, lease, heard)
                        : Uni.createFrom().item(new WalkEnd.Overtaken()));
    }
}
