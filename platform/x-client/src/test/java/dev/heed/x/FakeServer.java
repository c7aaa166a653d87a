package dev.heed.x;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers whatever the test laid out, in that order, and remembers what it was asked. */
final class FakeServer implements AutoCloseable {

    /** What the server does with one request. */
    interface Play {
        void on(HttpServerRequest request);
    }

    record Asked(String method, String uri, String authorization, String body) {}

    private final Deque<Play> plays = new ConcurrentLinkedDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakeServer(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::handle)
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

    void next(Play play) {
        plays.add(play);
    }

    void nextAnswer(int status, String body, String... headers) {
        next(request -> {
            var response = request.response().setStatusCode(status).putHeader("content-type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                response.putHeader(headers[i], headers[i + 1]);
            }
            var _ = response.end(body);
        });
    }

    private void handle(HttpServerRequest request) {
        var _ = request.body().onSuccess(body -> {
            asked.add(new Asked(
                    request.method().name(),
                    request.uri(),
                    String.valueOf(request.getHeader("authorization")),
                    body.toString()));
            Play play = plays.poll();
            if (play == null) {
                var _ = request.response().setStatusCode(599).end(Buffer.buffer("nothing laid out"));
                return;
            }
            play.on(request);
        });
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
