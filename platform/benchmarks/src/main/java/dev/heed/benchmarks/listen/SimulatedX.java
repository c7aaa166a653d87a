package dev.heed.benchmarks.listen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.benchmarks.parts.Http;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** X's side: who writes how much, what was shown when, and what it cost. */
final class SimulatedX {
    /** As long as what customers write. */
    private static final String TEXT =
            "parcel {n} is said to be delivered since yesterday, but nobody rang and nothing is here. Can you look into it?";

    private final Http http;

    SimulatedX(Http http) {
        this.http = http;
    }

    /** An empty world with X's own limits. */
    void reset() {
        http.post("/sim/reset", "");
    }

    /** Opens an account; harmless when it is there. */
    void join(String username) {
        http.post("/sim/users", "{\"username\":\"%s\"}".formatted(username));
    }

    /** Lets customers mention somebody, evenly over a time. Returns at once. */
    void burst(String to, int count, int authors, Duration over) {
        http.post(
                "/sim/burst",
                String.format(
                        Locale.ROOT,
                        "{\"to\":\"%s\",\"count\":%d,\"authors\":%d,\"overMillis\":%d,\"text\":\"%s\"}",
                        to,
                        count,
                        authors,
                        over.toMillis(),
                        TEXT));
    }

    /** How many posts were made since then. */
    int posted(Instant since) {
        return http.get("/sim/ledger?since=" + since.truncatedTo(ChronoUnit.MILLIS))
                .path("items")
                .size();
    }

    /** Multiplies every limit of X. */
    void scaleLimits(int factor) {
        http.post("/sim/limits", "{\"scale\":" + factor + "}");
    }

    /** When each post was first shown on any reading endpoint, by post id. */
    Map<String, Instant> served() {
        Map<String, Instant> served = new HashMap<>();
        String next = "0";
        while (true) {
            JsonNode page = http.get("/sim/served?since=" + next);
            if (page.path("items").isEmpty()) {
                return served;
            }
            for (JsonNode item : page.path("items")) {
                Instant at = Instant.parse(item.path("at").asText());
                served.merge(item.path("postId").asText(), at, (one, other) -> one.isBefore(other) ? one : other);
            }
            next = page.path("next").asText();
        }
    }

    /** A new billing day begins: what was paid for today is paid for again tomorrow. */
    void nextBillingDay() {
        http.post("/sim/billing/next-day", "");
    }

    /** What was billed so far. */
    Bill bill() {
        return Bill.of(http.get("/sim/billing"));
    }
}
