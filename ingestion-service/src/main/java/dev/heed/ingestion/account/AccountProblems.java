package dev.heed.ingestion.account;

import dev.heed.web.Problem;

/** Words what every room refuses that is asked about an account. */
public final class AccountProblems {

    private AccountProblems() {}

    /** A name that is misspelt must not look like an account of which there is nothing. */
    public static Problem unknown(String given) {
        return Problem.of(
                404,
                "unknown-account",
                "No such account",
                "There is no account '%s': give its X user id or its handle; GET /api/ingestion/accounts lists them."
                        .formatted(given));
    }
}
