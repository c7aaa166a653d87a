package dev.heed.ingestion.withdrawal;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.intake.TakeIn;
import dev.heed.ingestion.mention.Hearing;
import dev.heed.ingestion.mention.Via;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Need;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XLookUp;
import dev.heed.x.XPost;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks X for posts whose look-up is due: erases what is withdrawn, takes newer versions in, and says when to ask again.
 *
 * <p>Only an answer that names a post changes anything about it. Several processes may do this at once: each takes other
 * posts.
 */
@ApplicationScoped
class LookUpPosts {

    private final LookUps lookUps;
    private final Withdrawals withdrawals;
    private final XApi x;
    private final AskX door;
    private final Bearers bearers;
    private final Accounts accounts;
    private final AskWhy why;
    private final TakeIn intake;
    private final Transactions transactions;
    private final Clock clock;

    LookUpPosts(
            LookUps lookUps,
            Withdrawals withdrawals,
            XApi x,
            AskX door,
            Bearers bearers,
            Accounts accounts,
            AskWhy why,
            TakeIn intake,
            Transactions transactions,
            Clock clock) {
        this.lookUps = lookUps;
        this.withdrawals = withdrawals;
        this.x = x;
        this.door = door;
        this.bearers = bearers;
        this.accounts = accounts;
        this.why = why;
        this.intake = intake;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks up to 100 of the account's posts up. Never fails. */
    Uni<TurnEnd> turn(AccountId account) {
        return bearers.forReading(account)
                .chain(bearer -> switch (bearer) {
                    case Bearer.Missing(String why) ->
                        Uni.createFrom().<TurnEnd>item(new TurnEnd.Refused(Refusal.UNAUTHORIZED, why));
                    case Bearer.Ready ready ->
                        lookUps.take(account, clock.instant())
                                .chain(due -> due.isEmpty()
                                        ? Uni.createFrom().item(new TurnEnd.Complete(0))
                                        : lookUp(account, due, ready));
                })
                .onFailure()
                .recoverWithItem(failure -> new TurnEnd.Broken(failure.toString()));
    }

    private Uni<TurnEnd> lookUp(AccountId account, List<LookUp> due, Bearer.Ready bearer) {
        List<String> ids = due.stream().map(LookUp::askId).distinct().toList();
        return ask(account, ids, bearer).chain(asked -> switch (asked) {
            case Asked.NotNow<XLookUp>(Instant until, var _) -> later(due, until);
            case Asked.Answered<XLookUp>(XAnswer<XLookUp> answer) ->
                switch (answer) {
                    case XAnswer.Given<XLookUp>(XLookUp found, var _) -> react(account, due, found, bearer);
                    case XAnswer.Limited<XLookUp>(Instant until, var _) -> later(due, until);
                    case XAnswer.Refused<XLookUp>(Refusal refusal, var _, String detail) ->
                        Uni.createFrom().item(new TurnEnd.Refused(refusal, detail));
                    case XAnswer.Unclear<XLookUp>(String cause) ->
                        Uni.createFrom().item(new TurnEnd.Broken(cause));
                };
        });
    }

    private Uni<Asked<XLookUp>> ask(AccountId account, List<String> ids, Bearer.Ready bearer) {
        return door.ask(
                // beyond the budget: webhooks go on when it is spent, and whoever they tell of may take it back
                new Ask(Endpoint.POSTS_BY_IDS, account, bearer.key(), Need.DUTY),
                () -> x.lookUpPosts(ids, bearer.token()),
                found -> Reads.posts(found.posts().stream().map(XPost::id).toList()));
    }

    private Uni<TurnEnd> later(List<LookUp> due, Instant until) {
        List<LookUps.Next> next = due.stream()
                .map(one -> new LookUps.Next(one.postId(), until, one.missing()))
                .toList();
        return transactions
                .inConnection(connection -> lookUps.settle(connection, next))
                .replaceWith(new TurnEnd.Waiting(until));
    }

    private Uni<TurnEnd> react(AccountId account, List<LookUp> due, XLookUp found, Bearer.Ready bearer) {
        Map<LookUp, Finding> findings = new LinkedHashMap<>();
        due.forEach(one -> findings.put(one, Finding.of(one, found)));
        List<String> newer = findings.entrySet().stream()
                .filter(entry -> entry.getKey().mention())
                .flatMap(entry -> entry.getValue() instanceof Finding.Stands(var id) ? id.stream() : null)
                .toList();
        return takeIn(account, newer, bearer)
                .chain(() -> why.about(account, findings, bearer))
                .chain(known -> transactions.inConnection(connection -> settle(connection, known)))
                .replaceWith(new TurnEnd.Complete(0));
    }

    private Uni<Void> settle(SqlConnection connection, Map<LookUp, Finding> findings) {
        Instant now = clock.instant();
        List<LookUps.Next> next = new ArrayList<>();
        Map<String, Reason> gone = new LinkedHashMap<>();
        findings.forEach((post, finding) -> {
            switch (finding) {
                case Finding.Stands(var _) ->
                    next.add(new LookUps.Next(
                            post.postId(), Schedule.next(post.heardAt(), now).orElse(null), null));
                case Finding.Missed(Reason reason) ->
                    next.add(new LookUps.Next(post.postId(), Schedule.confirm(now), reason));
                case Finding.Gone(Reason reason) -> gone.put(post.postId(), reason);
                case Finding.Unknown() ->
                    next.add(new LookUps.Next(
                            post.postId(), Schedule.again(post.heardAt(), now).orElse(null), post.missing()));
            }
        });
        return lookUps.settle(connection, next)
                .chain(() -> Multi.createFrom()
                        .iterable(gone.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(post ->
                                withdrawals.withdrawn(connection, post.getKey(), post.getValue(), HowKnown.LOOKUP))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** What cannot be had now is met again with the next look-up. */
    private Uni<Void> takeIn(AccountId account, List<String> newer, Bearer.Ready bearer) {
        if (newer.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ask(account, newer, bearer)
                .chain(asked -> asked instanceof Asked.Answered<XLookUp>(XAnswer.Given<XLookUp>(XLookUp found, var _))
                        ? takeIn(account, found.posts())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> takeIn(AccountId account, List<XPost> versions) {
        return accounts.ours()
                .chain(ours -> ours.stream()
                        .filter(one -> one.id().equals(account))
                        .findFirst()
                        .map(hearer -> intake.hear(new Hearing(hearer, ours, Via.SWEEP, clock.instant()), versions)
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
