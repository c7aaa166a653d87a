package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.account.RefusalWords;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.x.PageRequest;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XPage;
import dev.heed.x.query.Query;
import dev.heed.x.query.QueryReading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Tries a query: what it finds now, how much of it there is, or what is wrong with it. Keeps nothing; costs ten reads. */
@ApplicationScoped
class TryQuery {

    /** The fewest that X's search gives. */
    private static final PageRequest TEN = new PageRequest(10, null, null, null, null);

    private final XApi x;
    private final AskX door;
    private final Bearers bearers;
    private final Accounts accounts;
    private final WatchConfig config;
    private final Clock clock;

    TryQuery(XApi x, AskX door, Bearers bearers, Accounts accounts, WatchConfig config, Clock clock) {
        this.x = x;
        this.door = door;
        this.bearers = bearers;
        this.accounts = accounts;
        this.config = config;
        this.clock = clock;
    }

    Uni<Tried> attempt(Account account, String text) {
        return switch (Query.read(text, config.longestQuery())) {
            case QueryReading.Wrong(var problems) -> Uni.createFrom().item(new Tried.Unreadable(problems));
            case QueryReading.Understood(Query query) ->
                accounts.ours()
                        .map(ours -> query.withoutReposts(handles(account, ours), config.longestQuery()))
                        .chain(asked -> ask(account, asked.text()));
        };
    }

    /** Its own first, since not all may fit: what it writes itself is met most. */
    private static List<String> handles(Account account, List<Account> ours) {
        return Stream.concat(Stream.of(account), ours.stream())
                .map(Account::handle)
                .distinct()
                .toList();
    }

    private Uni<Tried> ask(Account account, String asked) {
        return bearers.forReading(account.id()).chain(bearer -> switch (bearer) {
            case Bearer.Missing(String why) ->
                Uni.createFrom()
                        .item(new Tried.CannotAsk("it takes a token, HEED_X_BEARER_TOKEN is not set, and " + why));
            case Bearer.Ready ready ->
                door.ask(
                                new Ask(Endpoint.SEARCH, account.id(), ready.key()),
                                () -> x.searchRecent(asked, TEN, ready.token()),
                                Reads::page)
                        .map(answer -> tried(asked, answer));
        });
    }

    private Tried tried(String asked, Asked<XPage> answer) {
        return switch (answer) {
            case Asked.NotNow<XPage>(var _, String why) -> new Tried.NotNow(why);
            case Asked.Answered<XPage>(XAnswer.Given<XPage>(XPage page, var _)) ->
                new Tried.Found(
                        asked, page.posts(), Tried.Volume.of(page.posts(), page.nextToken() != null, clock.instant()));
            case Asked.Answered<XPage>(XAnswer.Refused<XPage>(Refusal refusal, var _, String detail)) ->
                refused(refusal, detail);
            case Asked.Answered<XPage>(XAnswer.Limited<XPage>(var until, var _)) ->
                new Tried.NotNow("X's limit of searches is spent until " + until);
            case Asked.Answered<XPage>(XAnswer.Unclear<XPage>(String cause)) -> new Tried.XDidNotTell(cause);
        };
    }

    private static Tried refused(Refusal refusal, String detail) {
        return switch (refusal) {
            case INVALID -> new Tried.RefusedByX(detail);
            case CREDITS_DEPLETED -> new Tried.NotNow(RefusalWords.of(refusal, detail));
            default -> new Tried.CannotAsk(RefusalWords.of(refusal, detail));
        };
    }
}
