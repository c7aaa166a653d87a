package dev.heed.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Bare calls through the gateway, seen as they come back: no patience, no redirect followed. */
final class Door {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();

    private Door() {}

    /** A GET, with a bearer token or without. */
    static HttpResponse<String> get(URI address, Optional<String> token) {
        return send(HttpRequest.newBuilder(address).GET(), token);
    }

    /** A POST of JSON with a bearer token. */
    static HttpResponse<String> post(URI address, String token, String json) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)),
                Optional.of(token));
    }

    /** A delivery such as X sends, with what it calls its signature. */
    static HttpResponse<String> deliver(URI address, String signature, String body) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("x-twitter-webhooks-signature", signature)
                        .POST(BodyPublishers.ofString(body)),
                Optional.empty());
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Optional<String> token) {
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("nobody answers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
