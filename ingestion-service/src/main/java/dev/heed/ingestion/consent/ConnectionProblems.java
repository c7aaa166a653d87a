package dev.heed.ingestion.consent;

import dev.heed.web.Problem;

/** Words what connecting refuses. */
final class ConnectionProblems {

    private ConnectionProblems() {}

    static Problem of(ConnectAnswer answer) {
        return switch (answer) {
            case ConnectAnswer.UnknownAccount(String given) ->
                Problem.of(
                        404,
                        "unknown-account",
                        "No such account is registered",
                        "Nothing listens for '%s'. Register it first with POST /api/ingestion/accounts."
                                .formatted(given));
            case ConnectAnswer.NotPossible(String why) ->
                Problem.of(409, "cannot-connect", "This installation cannot connect accounts", why);
            case ConnectAnswer.UnknownState() ->
                Problem.of(
                        400,
                        "unknown-state",
                        "This consent cannot be used",
                        "It was used already, or is older than 10 minutes. Ask for a new one with POST /api/ingestion/connections.");
            case ConnectAnswer.Declined(String what) ->
                Problem.of(
                        400,
                        "consent-declined",
                        "X gave no consent",
                        "On X somebody said no (%s). Nothing was connected."
                                .formatted(what.replaceAll("[^\\w. -]", "").transform(ConnectionProblems::cut)));
            case ConnectAnswer.WrongAccount(String asked, String consented) ->
                Problem.of(
                        409,
                        "wrong-account",
                        "That is another account",
                        "You asked to connect @%s, but this browser is logged in to X as @%s. Change the account on X and ask again."
                                .formatted(asked, consented));
            case ConnectAnswer.XRefused(String detail) ->
                Problem.of(
                        502,
                        "x-refused",
                        "X refused",
                        "X did not take the consent: %s Ask for a new one.".formatted(detail));
            case ConnectAnswer.XSilent(String cause) ->
                Problem.of(
                        502,
                        "x-silent",
                        "X did not answer",
                        "X did not answer (%s). Ask for a new consent in a moment.".formatted(cause));
            case ConnectAnswer.Asked _, ConnectAnswer.Connected _ -> throw new IllegalStateException("not a refusal");
        };
    }

    static Problem notConnected() {
        return Problem.of(
                404,
                "not-connected",
                "This account is not connected",
                "Give the X user id or the handle of a connected account; GET /api/ingestion/connections lists them.");
    }

    private static String cut(String words) {
        return words.length() <= 60 ? words : words.substring(0, 60);
    }
}
