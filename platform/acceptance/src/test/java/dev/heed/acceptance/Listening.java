package dev.heed.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.local.api.Answer;
import dev.heed.local.api.LedgerPost;
import dev.heed.local.api.TicketView;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One brand's ears: what its customers do on X, and what ingestion tells of it. */
record Listening(Heed heed, String brand) {

    static Listening to(Heed heed, String brand) {
        heed.runs(brand);
        return new Listening(heed, brand);
    }

    /** The id that X knows the brand by. */
    String id() {
        Answer accounts = heed.product().call("admin", "GET", "/api/ingestion/accounts", "");
        for (JsonNode account : accounts.body().path("items")) {
            if (account.path("handle").asText().equalsIgnoreCase(brand)) {
                return account.path("id").asText();
            }
        }
        throw new AssertionError("@" + brand + " is not listened for");
    }

    /** A mention that X's timeline and search show only after some time, so that only a delivery can bring it sooner. */
    String postsUnseen(String customer, String text, int unseenMillis) {
        heed.simulator().user(customer);
        return heed.simulator()
                .customerPosts("{\"as\":\"%s\",\"text\":\"@%s %s\",\"appearsAfter\":{\"mentions\":%d,\"search\":%d}}"
                        .formatted(customer, brand, text, unseenMillis, unseenMillis));
    }

    /** Many customers mention the brand as fast as X takes it. */
    void burst(int count) {
        control("POST", "/sim/burst", "{\"to\":\"%s\",\"count\":%d,\"authors\":50}".formatted(brand, count));
    }

    JsonNode control(String method, String path, String body) {
        return heed.simulator().call(method, path, body);
    }

    /** Whether any of X's reading endpoints has shown the post. */
    boolean wasShown(String postId) {
        long since = 0;
        while (true) {
            JsonNode page = control("GET", "/sim/served?since=" + since, "");
            for (JsonNode item : page.path("items")) {
                if (item.path("postId").asText().equals(postId)) {
                    return true;
                }
            }
            if (page.path("items").isEmpty()) {
                return false;
            }
            since = page.path("next").asLong();
        }
    }

    /** Ids of the brand's mentions since then, as X's ledger has them. */
    List<String> mentionsSince(Instant then) {
        return heed.simulator().ledger(then.toString()).stream()
                .filter(post -> post.addresses(brand) && post.deletedAt() == null)
                .map(LedgerPost::id)
                .sorted()
                .toList();
    }

    /** How many tickets each of the brand's posts is on. */
    Map<String, Integer> ticketed() {
        Map<String, Integer> posts = new TreeMap<>();
        for (TicketView ticket : heed.product().tickets()) {
            if (ticket.account().handle().equalsIgnoreCase(brand)) {
                ticket.posts().forEach(post -> posts.merge(post.id(), 1, Integer::sum));
            }
        }
        return posts;
    }

    void status(String status) {
        Answer answer = heed.product()
                .call("admin", "PATCH", "/api/ingestion/accounts/" + id(), "{\"status\":\"" + status + "\"}");
        assertThat(answer.status()).as(answer.detail()).isEqualTo(200);
    }

    /** What ingestion says in one look. */
    JsonNode health() {
        return heed.product()
                .call("agent", "GET", "/api/ingestion/accounts/" + id() + "/health", "")
                .body();
    }

    /** Its lines in words, one for each thing that is wrong. */
    List<String> complaints() {
        List<String> words = new ArrayList<>();
        health().path("words").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** A mention as ingestion shows it; missing when it has none of this id. */
    JsonNode heard(String postId) {
        Answer answer = heed.product().call("agent", "GET", "/api/ingestion/mentions/" + postId, "");
        assertThat(answer.status()).as(answer.detail()).isIn(200, 404, 410);
        return answer.body();
    }

    /** What the account was told in private, as ingestion shows it. */
    String messages() {
        Answer answer = heed.product().call("agent", "GET", "/api/ingestion/messages?account=" + brand, "");
        assertThat(answer.status()).as(answer.detail()).isEqualTo(200);
        return answer.body().toString();
    }

    URI authorizeUrl() {
        return heed.product().authorizeUrl("ingestion", brand);
    }
}
