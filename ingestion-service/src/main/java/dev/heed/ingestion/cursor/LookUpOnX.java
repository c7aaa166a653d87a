package dev.heed.ingestion.cursor;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.RefusalWords;
import dev.heed.ingestion.account.UsersOnX;
import dev.heed.ingestion.connection.Bearer;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.AskX;
import dev.heed.ingestion.quota.Asked;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XApi;
import dev.heed.x.XUser;
import dev.heed.x.XUsers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks up the account that is to be listened for, with the app's token. */
@ApplicationScoped
class LookUpOnX implements UsersOnX {

    private final XApi x;
    private final AskX door;
    private final Bearers bearers;

    LookUpOnX(XApi x, AskX door, Bearers bearers) {
        this.x = x;
        this.door = door;
        this.bearers = bearers;
    }

    @Override
    public Uni<Answer> byHandle(String handle) {
        return switch (bearers.app()) {
            case Bearer.Missing(String why) ->
                Uni.createFrom().item(new Answer.CannotAsk("it takes the app's token, and " + why));
            case Bearer.Ready(String token, var key) ->
                door.ask(
                                new Ask(Endpoint.USER_BY_USERNAME, null, key),
                                () -> x.userByUsername(handle, token),
                                user -> Reads.users(List.of(user.id())))
                        .map(LookUpOnX::answer);
        };
    }

    @Override
    public Uni<List<XUser>> byIds(List<AccountId> ids) {
        List<String> wanted = ids.stream().map(AccountId::value).toList();
        return switch (bearers.app()) {
            case Bearer.Missing _ -> Uni.createFrom().item(List.of());
            case Bearer.Ready(String token, var key) ->
                door.ask(
                                new Ask(Endpoint.USERS_BY_IDS, null, key),
                                () -> x.usersByIds(wanted, token),
                                found -> Reads.users(
                                        found.users().stream().map(XUser::id).toList()))
                        .map(asked ->
                                asked instanceof Asked.Answered<XUsers>(XAnswer.Given<XUsers>(XUsers found, var _))
                                        ? found.users()
                                        : List.of());
        };
    }

    private static Answer answer(Asked<XUser> asked) {
        return switch (asked) {
            case Asked.NotNow<XUser>(var _, String why) -> new Answer.NotNow(why);
            case Asked.Answered<XUser>(XAnswer.Given<XUser>(XUser user, var _)) -> new Answer.Found(user);
            case Asked.Answered<XUser>(XAnswer.Refused<XUser>(Refusal refusal, var _, String detail)) ->
                refused(refusal, detail);
            case Asked.Answered<XUser>(XAnswer.Limited<XUser>(var until, var _)) ->
                new Answer.NotNow("X's rate limit is spent until " + until);
            case Asked.Answered<XUser>(XAnswer.Unclear<XUser>(String cause)) -> new Answer.Silent(cause);
        };
    }

    private static Answer refused(Refusal refusal, String detail) {
        return switch (refusal) {
            // X takes no handle that is longer than today's
            case NOT_FOUND, INVALID -> new Answer.Unknown();
            case CREDITS_DEPLETED -> new Answer.NotNow(RefusalWords.of(refusal, detail));
            default -> new Answer.CannotAsk(RefusalWords.of(refusal, detail));
        };
    }
}
