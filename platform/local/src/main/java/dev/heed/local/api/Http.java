package dev.heed.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends requests and reads JSON answers.
 *
 * <p>{@link #patiently} repeats a request while nobody answers or a part is restarting, so it is for requests that may
 * arrive twice.
 */
final class Http {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** One attempt; nobody answering is an exception. */
    Answer once(HttpRequest.Builder request) throws IOException {
        HttpRequest built = request.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    json(response.body()),
                    response.headers().firstValue("Location"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while calling " + built.uri(), e);
        }
    }

    /** Attempts until there is an answer that will last, for three minutes at most. */
    Answer patiently(HttpRequest.Builder request) {
        Instant limit = Instant.now().plus(PATIENCE);
        Backoff backoff = new Backoff();
        while (true) {
            try {
                Answer answer = once(request.copy());
                if (!answer.isPassing() || Instant.now().isAfter(limit)) {
                    return answer;
                }
            } catch (IOException e) {
                if (Instant.now().isAfter(limit)) {
                    URI uri = request.build().uri();
                    throw new HeedFailure(uri + " does not answer: " + e + ". Is it up? See ./heed status.", e);
                }
            }
            backoff.pause();
        }
    }

    private static JsonNode json(String body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
