package dev.heed.ingestion.message;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XMessage;
import dev.heed.x.XMessagePage;
import dev.heed.x.XMessages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Messages as X's legacy endpoint shows them: not those of encrypted chats, and of the last 30 days. */
@ApplicationScoped
class DmEvents implements DirectMessages {

    private final XMessages x;
    private final AskX door;
    private final Bearers bearers;

    DmEvents(XMessages x, AskX door, Bearers bearers) {
        this.x = x;
        this.door = door;
        this.bearers = bearers;
    }

    @Override
    public Uni<Shown> show(AccountId account, int most, @Nullable String older) {
        return bearers.own(account).chain(bearer -> switch (bearer) {
            case Bearer.Missing(String why) -> Uni.createFrom().item(new Shown.NotToUs(Refusal.UNAUTHORIZED, why));
            case Bearer.Ready ready ->
                door.ask(
                                new Ask(Endpoint.MESSAGES, account, ready.key()),
                                () -> x.newest(most, older, ready.token()),
                                page -> Reads.messages(page.messages().stream()
                                        .map(XMessage::id)
                                        .toList()))
                        .call(asked -> isRefused(asked)
                                ? bearers.rejected(ready.key())
                                : Uni.createFrom().voidItem())
                        .map(DmEvents::shown);
        });
    }

    private static boolean isRefused(Asked<XMessagePage> asked) {
        return asked
                        instanceof
                        Asked.Answered<XMessagePage>(XAnswer.Refused<XMessagePage>(Refusal refusal, var _, var _))
                && refusal == Refusal.UNAUTHORIZED;
    }

    private static Shown shown(Asked<XMessagePage> asked) {
        return switch (asked) {
            case Asked.NotNow<XMessagePage>(var until, var _) -> new Shown.NotNow(until);
            case Asked.Answered<XMessagePage>(XAnswer.Given<XMessagePage>(XMessagePage page, var _)) ->
                new Shown.Page(page);
            case Asked.Answered<XMessagePage>(XAnswer.Refused<XMessagePage>(Refusal refusal, var _, String detail)) ->
                new Shown.NotToUs(refusal, "X does not show the account's direct messages: " + detail);
            case Asked.Answered<XMessagePage>(XAnswer.Limited<XMessagePage>(var until, var _)) ->
                new Shown.NotNow(until);
            case Asked.Answered<XMessagePage>(XAnswer.Unclear<XMessagePage>(String cause)) -> new Shown.Broken(cause);
        };
    }
}
