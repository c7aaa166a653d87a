package dev.heed.ingestion.crm;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Customer records on loopback that say what the test tells them to, and remember what they were asked. */
final class FakeCrm implements AutoCloseable {

    /** What it does with a question. */
    interface Play {
        void on(HttpServerRequest request, JsonObject question);
    }

    record Asked(String method, String path, String authorization, JsonObject question) {

        List<String> ids() {
            List<String> ids = new ArrayList<>();
            question.getJsonArray("customers", new JsonArray())
                    .forEach(item -> ids.add(((JsonObject) item).getString("xUserId")));
            return ids;
        }
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    /** Its own, so that it does not count among the service's servers. */
    private final Vertx vertx = Vertx.vertx();

    private final HttpServer server;
    private volatile Play play = (request, question) -> answer(request, 200, "{\"customers\":[]}");

    FakeCrm() {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    var _ = request.body().onSuccess(body -> {
                        JsonObject question = body.length() == 0 ? new JsonObject() : body.toJsonObject();
                        asked.add(new Asked(
                                request.method().name(),
                                request.uri(),
                                String.valueOf(request.getHeader("authorization")),
                                question));
                        play.on(request, question);
                    });
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    List<Asked> asked() {
        return asked;
    }

    void does(Play play) {
        this.play = play;
    }

    /** Knows these tiers, by id. */
    void knows(Map<String, String> tiers) {
        does((request, question) -> {
            JsonArray customers = new JsonArray();
            tiers.forEach((id, tier) -> customers.add(
                    new JsonObject().put("xUserId", id).put("tier", tier).put("reference", "C-" + id)));
            answer(request, 200, new JsonObject().put("customers", customers).encode());
        });
    }

    void says(int status, String body) {
        does((request, question) -> answer(request, status, body));
    }

    static void answer(HttpServerRequest request, int status, String body) {
        var _ = request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
