package dev.heed.reply.connection;

import dev.heed.web.Problem;

/** Words what connecting refuses. */
final class ConnectionProblems {

    private ConnectionProblems() {}

    static Problem of(ConnectAccount.Answer answer) {
        return switch (answer) {
            case ConnectAccount.Answer.UnknownState() ->
                Problem.of(
                        400,
                        "unknown-state",
                        "This consent cannot be used",
                        "It was used already, or is older than 10 minutes. Ask for a new one with POST /api/reply/connections.");
            case ConnectAccount.Answer.Declined(String what) ->
                Problem.of(
                        400,
                        "consent-declined",
                        "X gave no consent",
                        "On X somebody said no (%s). Nothing was connected.".formatted(what));
            case ConnectAccount.Answer.WrongAccount(String asked, String given) ->
                Problem.of(
                        409,
                        "wrong-account",
                        "That is another account",
                        "You asked to connect @%s, but this browser is logged in to X as @%s. Change the account on X and ask again."
                                .formatted(asked, given));
            case ConnectAccount.Answer.XRefused(String detail) ->
                Problem.of(
                        502,
                        "x-refused",
                        "X refused",
                        "X did not take the consent: %s. Ask for a new one.".formatted(detail));
            case ConnectAccount.Answer.XSilent(String cause) ->
                Problem.of(
                        502,
                        "x-silent",
                        "X did not answer",
                        "X did not answer (%s). Ask for a new consent in a moment.".formatted(cause));
            case ConnectAccount.Answer.Connected _ -> throw new IllegalStateException("not a refusal");
        };
    }
}
