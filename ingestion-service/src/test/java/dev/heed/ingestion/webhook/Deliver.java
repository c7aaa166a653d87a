package dev.heed.ingestion.webhook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** X, as far as it delivers. */
public final class Deliver {

    private static final AtomicLong UUIDS = new AtomicLong(System.nanoTime());

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Signature signature = new Signature("test-consumer-secret");

    /** An activity of the account's, as X delivers it. */
    public static JsonObject activity(String type, String account, JsonObject payload) {
        return new JsonObject()
                .put(
                        "data",
                        new JsonObject()
                                .put("event_type", type)
                                .put("event_uuid", Long.toString(UUIDS.incrementAndGet()))
                                .put("filter", new JsonObject().put("user_id", account))
                                .put("tag", "heed")
                                .put("payload", payload)
                                .put(
                                        "includes",
                                        new JsonObject()
                                                .put(
                                                        "users",
                                                        new JsonArray()
                                                                .add(new JsonObject()
                                                                        .put("id", "77")
                                                                        .put("username", "bob")
                                                                        .put("name", "Bob")))));
    }

    static JsonObject message(String id, String text) {
        return new JsonObject()
                .put("id", id)
                .put("event_type", "MessageCreate")
                .put("sender_id", "77")
                .put("text", text)
                .put("dm_conversation_id", "77-99")
                .put("created_at", Instant.now().toString());
    }

    /** As in X's published example of a delivery. */
    static JsonObject published(String id, String receiver, String text) {
        JsonObject create = new JsonObject()
                .put("target", new JsonObject().put("recipient_id", receiver))
                .put("sender_id", "77")
                .put(
                        "message_data",
                        new JsonObject()
                                .put("text", text)
                                .put("entities", new JsonObject())
                                .put(
                                        "attachment",
                                        new JsonObject()
                                                .put("type", "media")
                                                .put("media", new JsonObject().put("type", "photo"))));
        JsonObject bob = new JsonObject()
                .put("id", "77")
                .put("username", "bob")
                .put("name", "Bob")
                .put("public_metrics", new JsonObject().put("followers_count", 97));
        return new JsonObject()
                .put(
                        "direct_message_events",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "message_create")
                                        .put("id", id)
                                        .put("message_create", create)))
                .put("users", new JsonObject().put("77", new JsonObject().put("data", bob)));
    }

    public int signed(JsonObject activity) {
        return signed(activity.encode());
    }

    int signed(String body) {
        return signed(body.getBytes(StandardCharsets.UTF_8)).statusCode();
    }

    HttpResponse<String> signed(byte[] body) {
        return send(body, signature.of(body));
    }

    HttpResponse<String> send(byte[] body, @Nullable String signed) {
        return send(body, Signatures.BY_CONSUMER_SECRET, signed);
    }

    HttpResponse<String> send(byte[] body, String header, @Nullable String signed) {
        try {
            return client.send(request(body, header, signed), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> soon(byte[] body) {
        return client.sendAsync(
                request(body, Signatures.BY_CONSUMER_SECRET, signature.of(body)), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(byte[] body, String header, @Nullable String signed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class) + "/webhooks/x"))
                .timeout(Duration.ofSeconds(30))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signed != null) {
            request.header(header, signed);
        }
        return request.build();
    }
}
