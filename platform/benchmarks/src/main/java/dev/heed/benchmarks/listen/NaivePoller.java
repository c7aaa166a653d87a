package dev.heed.benchmarks.listen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.benchmarks.parts.Http;
import dev.heed.local.HeedFailure;
import dev.heed.local.process.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one would write first: every so often the newest 100 mentions, whatever was there before.
 *
 * <p>Asks with the token of its own account, so that X's bill tells its reads from the service's.
 */
final class NaivePoller implements AutoCloseable {
    private final Http http;
    private final String userId;
    private final Duration every;
    private final Set<String> heard = new HashSet<>();
    private final Thread thread = new Thread(this::poll, "naive-poller");
    private volatile boolean stopped;

    private NaivePoller(Http http, String userId, Duration every) {
        this.http = http;
        this.userId = userId;
        this.every = every;
    }

    /** Polls for an account of the simulator from now on. */
    static NaivePoller start(String base, String username, Duration every) {
        Http http = new Http(base, Map.of("Authorization", "Bearer " + token(new Http(base, Map.of()), username)));
        String id = http.get("/2/users/me").path("data").path("id").asText();
        NaivePoller poller = new NaivePoller(http, id, every);
        poller.thread.start();
        return poller;
    }

    /** How many different mentions it got to see. */
    synchronized int heard() {
        return heard.size();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while the naive poller ended.", e);
        }
    }

    private void poll() {
        Instant next = Instant.now();
        while (!stopped) {
            look(http.get("/2/users/" + userId + "/mentions?max_results=100"));
            next = next.plus(every);
            while (!stopped && Instant.now().isBefore(next)) {
                Pause.brief();
            }
        }
    }

    private synchronized void look(JsonNode page) {
        page.path("data").forEach(post -> heard.add(post.path("id").asText()));
    }

    /** As if the account's owner had consented. */
    private static String token(Http http, String username) {
        return http.post("/sim/tokens", "{\"username\":\"" + username + "\"}")
                .path("accessToken")
                .asText();
    }
}
