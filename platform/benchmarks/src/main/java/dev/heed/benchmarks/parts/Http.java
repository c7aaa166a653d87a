package dev.heed.benchmarks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls a part on this machine and reads JSON; an answer that is no success is a failure in words. */
public final class Http {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final Map<String, String> headers;

    /**
     * @param base without a trailing slash
     * @param headers sent with every request
     */
    public Http(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** A status and a body, missing when it is no JSON. */
    public record Answer(int status, JsonNode body) {}

    public JsonNode get(String path) {
        return done(path, call("GET", path, "application/json", ""));
    }

    public String text(String path) {
        return send(request(path).GET().build()).body();
    }

    public JsonNode post(String path, String json) {
        return done(path, call("POST", path, "application/json", json));
    }

    /** Any method, any status. */
    public Answer call(String method, String path, String type, String body) {
        HttpRequest.Builder request =
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response = send(request.build());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new HeedFailure(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeedFailure("Interrupted while calling " + request.uri(), e);
        }
    }

    private JsonNode done(String path, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new HeedFailure(base + path + " answers " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private static JsonNode json(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
