package dev.heed.local.gateway;

import java.util.Map;

/** What the gateway itself answers in place of an API, as problem+json, by file name. */
final class Problems {
    static final Map<String, String> FILES = Map.of(
            "unauthorized.problem",
            problem(
                    "unauthorized",
                    "Who are you?",
                    401,
                    "Send a bearer token (./heed token agent prints one), or log in; a session is taken only from our own"
                            + " pages."),
            "unknown.problem",
            problem(
                    "not-found",
                    "Nothing here",
                    404,
                    "There is no such API; the contracts are at /api/SERVICE/openapi."),
            "too-large.problem",
            problem(
                    "too-large",
                    "Too much at once",
                    413,
                    "X's deliveries may have up to a megabyte, anything else up to ten."),
            "unavailable.problem",
            problem(
                    "unavailable",
                    "Not now",
                    503,
                    "The service behind this address does not answer at the moment. Try again in a few seconds;"
                            + " ./heed status shows what runs."));

    private Problems() {}

    private static String problem(String slug, String title, int status, String detail) {
        return """
                {"type":"https://heed.dev/problems/%s","title":"%s","status":%d,"detail":"%s"}
                """.formatted(slug, title, status, detail);
    }
}
