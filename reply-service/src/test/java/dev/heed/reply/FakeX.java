package dev.heed.reply;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * As much of X as posting needs, with planned misbehaviour, and without X's own protection against duplicates: if the
 * service posted twice, it would show.
 *
 * <p>Users are {@code acme<digits>} with id {@code 1000<digits>}. What to answer to a text is planned by {@link #plan}:
 * given, given-last, error-after, error-before, error-hidden, error-unavailable, silence-after, silence-before, duplicate, duplicate-shown, limited,
 * unauthorized, credits, not-summoned.
 */
public final class FakeX implements QuarkusTestResourceLifecycleManager {
    /** Longer than any test machine pauses, shorter than a test's patience. */
    static final String TIMEOUT = "1500ms";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Vertx vertx = Vertx.vertx();

    // --- for tests

    /** What to answer the next times that this text is posted; afterwards it is simply given. */
    public static void plan(String text, String... answers) {
        control("plan", new JsonObject().put("text", text).put("answers", new JsonArray(List.of(answers))));
    }

    /** Ends the right to post: the access token works no more, and the refresh token neither. */
    public static void revoke(String username) {
        control("revoke", new JsonObject().put("username", username));
    }

    /** The access token works no more; the refresh token does, once. */
    public static void expire(String username) {
        control("expire", new JsonObject().put("username", username));
    }

    /** Puts a post there without the service's doing. */
    public static String putPost(String username, String text, String inReplyTo) {
        return control(
                        "post",
                        new JsonObject()
                                .put("username", username)
                                .put("text", text)
                                .put("inReplyTo", inReplyTo))
                .getString("id");
    }

    /** Every post in answer to this one. */
    public static List<JsonObject> repliesTo(String postId) {
        return control("posts", new JsonObject()).getJsonArray("posts").stream()
                .map(JsonObject.class::cast)
                .filter(post -> postId.equals(post.getString("inReplyTo")))
                .toList();
    }

    private static JsonObject control(String what, JsonObject body) {
        URI uri = URI.create(ConfigProvider.getConfig().getValue("heed.x.api-url", String.class) + "/control/" + what);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try {
            return new JsonObject(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- the server

    @Override
    public Map<String, String> start() {
        int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(new FakeXServer())
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        String base = "http://127.0.0.1:" + server.actualPort();
        return Map.of(
                "heed.x.api-url", base,
                "heed.x.client-id", "client",
                "heed.x.client-secret", "secret",
                "heed.x.timeout", TIMEOUT,
                "heed.reply.lease", "3s",
                "heed.reply.settle", "1500ms",
                "heed.reply.poll", "100ms",
                "heed.reply.retry", "300ms");
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
