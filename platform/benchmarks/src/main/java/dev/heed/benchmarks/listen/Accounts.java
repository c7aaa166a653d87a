package dev.heed.benchmarks.listen;

import dev.heed.benchmarks.parts.Http;
import dev.heed.local.HeedFailure;

/** Which accounts the service listens for, changed as an administrator does. */
final class Accounts {
    private final Http ingestion;

    Accounts(Http ingestion) {
        this.ingestion = ingestion;
    }

    /** Listens from now on; returns the account's id. */
    String listenFor(String handle) {
        return ingestion
                .post("/api/ingestion/accounts", "{\"handle\":\"" + handle + "\"}")
                .path("id")
                .asText();
    }

    /** Listens no longer. */
    void pause(String id) {
        Http.Answer answer =
                ingestion.call("PATCH", "/api/ingestion/accounts/" + id, "application/json", "{\"status\":\"paused\"}");
        if (answer.status() != 200) {
            throw new HeedFailure("The account " + id + " cannot be paused: " + answer.status() + " " + answer.body());
        }
    }
}
