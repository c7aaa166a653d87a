package dev.heed.ingestion.watch;

import dev.heed.ingestion.account.RefusalWords;
import dev.heed.web.Problem;
import java.util.stream.Collectors;

/** Words the refusals of this room. */
final class WatchProblems {

    private WatchProblems() {}

    static Problem of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotListenable(Tried why) -> of(why);
            case Outcome.UnknownAccount(String given) ->
                Problem.of(
                        404,
                        "unknown-account",
                        "This account is not listened for",
                        "There is no account '%s': give its X user id or its handle, or register it first."
                                .formatted(given));
            case Outcome.UnknownWatch() -> unknownWatch();
            case Outcome.NoName() ->
                Problem.of(400, "invalid-name", "A watch needs a name", "Send a name of 1 to 80 characters.");
            case Outcome.NoStatus(String given) ->
                Problem.of(
                        400,
                        "invalid-status",
                        "A watch cannot be set to this",
                        "status is active or paused; '" + given + "' is neither.");
            case Outcome.NoChange() ->
                Problem.of(
                        400,
                        "invalid-change",
                        "Nothing is to be changed",
                        "Send a name, a query, a status (active or paused), or some of them.");
            case Outcome.NothingBegins() ->
                Problem.of(
                        400,
                        "invalid-change",
                        "The watch does not begin anew",
                        "backfill goes with another query, or with status active after a pause. This watch goes on as"
                                + " it was: leave backfill out.");
            case Outcome.NameTaken(String name) ->
                Problem.of(
                        409,
                        "name-taken",
                        "The name is taken",
                        "Another watch of this account is called '%s': choose another name, or change that watch."
                                .formatted(name));
            case Outcome.TooMany(int most) ->
                Problem.of(
                        409,
                        "too-many-watches",
                        "The account has as many watches as it may",
                        "%d is the limit: join some with OR, or delete one. HEED_INGESTION_WATCH_MOST_PER_ACCOUNT sets it."
                                .formatted(most));
            case Outcome.ChangedMeanwhile() ->
                Problem.of(
                        409,
                        "changed-meanwhile",
                        "Somebody else changed this watch",
                        "Read it again, and change it if it still needs it.");
            case Outcome.Done(var _, var _) -> throw new IllegalArgumentException("This is no refusal");
        };
    }

    static Problem of(Tried tried) {
        return switch (tried) {
            case Tried.Unreadable(var problems) ->
                Problem.of(
                        422,
                        "unreadable-query",
                        "X would not take this query",
                        problems.stream()
                                .map(problem -> "Characters %d to %d: %s"
                                        .formatted(problem.start(), problem.end(), problem.words()))
                                .collect(Collectors.joining(" ")));
            case Tried.RefusedByX(String detail) ->
                Problem.of(422, "x-refused-query", "X does not take this query", "X says: " + detail);
            case Tried.CannotAsk(String why) ->
                Problem.of(
                        409,
                        "cannot-ask-x",
                        "This installation cannot ask X",
                        "The query could not be tried: " + RefusalWords.sentence(why) + " Nothing was changed.");
            case Tried.NotNow(String why) ->
                Problem.of(
                        503,
                        "not-now",
                        "The query cannot be tried now",
                        RefusalWords.sentence(why)
                                + " A watch is kept only after X took its query. Nothing was changed.");
            case Tried.XDidNotTell(String cause) ->
                Problem.of(
                        502,
                        "x-did-not-answer",
                        "X did not answer",
                        "The query could not be tried: " + cause + ". Nothing was changed; try again later.");
            case Tried.Found(var _, var _, var _) -> throw new IllegalArgumentException("This is no refusal");
        };
    }

    static Problem unknownWatch() {
        return Problem.of(
                404,
                "unknown-watch",
                "There is no such watch",
                "GET /api/ingestion/watches lists those that there are.");
    }
}
