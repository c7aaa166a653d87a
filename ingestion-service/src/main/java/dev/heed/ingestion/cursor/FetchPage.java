package dev.heed.ingestion.cursor;

import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.x.PageRequest;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XPage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks X for one page of a stream. */
@ApplicationScoped
class FetchPage {

    private static final Logger LOG = Logger.getLogger(FetchPage.class);

    private final XApi x;
    private final AskX door;
    private final Bearers bearers;

    FetchPage(XApi x, AskX door, Bearers bearers) {
        this.x = x;
        this.door = door;
        this.bearers = bearers;
    }

    Uni<Fetched> fetch(Stream stream, PageRequest request) {
        return fetch(
                stream,
                stream.endpoint(),
                token -> stream.isSearch()
                        ? x.searchRecent(Objects.requireNonNull(stream.query()), request, token)
                        : x.mentions(stream.account().id().value(), request, token));
    }

    /** One post of a stream, by its id. */
    Uni<Fetched> fetch(Stream stream, String postId) {
        return fetch(stream, Endpoint.POSTS_BY_IDS, token -> x.post(postId, token));
    }

    private Uni<Fetched> fetch(Stream stream, Endpoint endpoint, Function<String, Uni<XAnswer<XPage>>> call) {
        return bearers.forReading(stream.account().id()).chain(bearer -> switch (bearer) {
            case Bearer.Missing(String why) -> ended(new TurnEnd.Refused(Refusal.UNAUTHORIZED, why));
            case Bearer.Ready ready ->
                door.ask(
                                new Ask(endpoint, stream.account().id(), ready.key(), stream.need()),
                                () -> call.apply(ready.token()),
                                Reads::page)
                        .chain(asked -> switch (asked) {
                            case Asked.NotNow<XPage>(var until, var _) -> ended(new TurnEnd.Waiting(until));
                            case Asked.Answered<XPage>(var answer) -> read(stream, ready, answer);
                        });
        });
    }

    private Uni<Fetched> read(Stream stream, Bearer.Ready bearer, XAnswer<XPage> answer) {
        return switch (answer) {
            case XAnswer.Given<XPage>(XPage page, var _) -> {
                if (!page.unreadable().isEmpty()) {
                    LOG.errorf("The %s has posts that cannot be read: %s", stream.name(), page.unreadable());
                }
                yield Uni.createFrom().item(new Fetched.Page(page));
            }
            case XAnswer.Refused<XPage>(Refusal refusal, var _, var _)
            when refusal == Refusal.STALE_SINCE_ID -> Uni.createFrom().item(new Fetched.TooFarBack());
            case XAnswer.Refused<XPage>(Refusal refusal, var _, String detail) -> {
                Uni<Fetched> refused = ended(new TurnEnd.Refused(refusal, detail));
                yield refusal == Refusal.UNAUTHORIZED ? refused.call(() -> bearers.rejected(bearer.key())) : refused;
            }
            case XAnswer.Limited<XPage>(var until, var _) -> ended(new TurnEnd.Waiting(until));
            case XAnswer.Unclear<XPage>(String cause) -> ended(new TurnEnd.Broken(cause));
        };
    }

    private static Uni<Fetched> ended(TurnEnd end) {
        return Uni.createFrom().item(new Fetched.Ended(end));
    }
}
