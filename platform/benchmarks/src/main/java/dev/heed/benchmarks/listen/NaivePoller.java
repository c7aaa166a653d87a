package dev.heed.benchmarks.listen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.benchmarks.parts.Http;
import dev.heed.local.HeedFailure;
import dev.heed.local.process.Pause;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one would write first: every so often the newest 100 mentions, whatever was there before.
 *
 * <p>Asks with the token of its own account, so that X's bill tells its reads from the service's.
 */
final class NaivePoller implements AutoCloseable {
    private static final String NOWHERE = "http://127.0.0.1/callback";

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

    /** The account's owner consents at once. */
    private static String token(Http http, String username) {
        String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        Http.Answer consent = http.call(
                "GET",
                "/i/oauth2/authorize?response_type=code&client_id=sim-client&redirect_uri=" + NOWHERE
                        + "&scope=tweet.read%20users.read%20offline.access&state=bench&code_challenge="
                        + challenge(verifier) + "&code_challenge_method=S256&sim_user=" + username,
                "",
                "");
        String basic = Base64.getEncoder().encodeToString("sim-client:sim-secret".getBytes(StandardCharsets.UTF_8));
        Http.Answer given = http.with("Authorization", "Basic " + basic)
                .call(
                        "POST",
                        "/2/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=authorization_code&code=" + code(consent) + "&redirect_uri=" + NOWHERE
                                + "&code_verifier=" + verifier);
        String token = given.body().path("access_token").asText();
        if (token.isEmpty()) {
            throw new HeedFailure("The simulator gave @" + username + " no token: " + given.status());
        }
        return token;
    }

    private static String code(Http.Answer consent) {
        String location =
                consent.headers().getOrDefault("location", List.of("")).getFirst();
        String query = URI.create(location).getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith("code=")) {
                return URLDecoder.decode(pair.substring("code=".length()), StandardCharsets.UTF_8);
            }
        }
        throw new HeedFailure("The simulator's consent page did not consent: " + consent.status());
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
