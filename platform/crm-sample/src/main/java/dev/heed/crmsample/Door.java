package dev.heed.crmsample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The hook over HTTP: who may ask, how, and what is said to whoever may not. */
final class Door implements HttpHandler {

    private static final int LARGEST_QUESTION = 64 * 1024;

    private final CustomerFile file;
    private final Optional<String> token;

    Door(CustomerFile file, Optional<String> token) {
        this.file = file;
        this.token = token;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/health")) {
                say(
                        exchange,
                        200,
                        "application/json",
                        "{\"status\":\"UP\",\"customers\":" + file.now().size() + "}");
            } else if (!path.equals("/customers/lookup")) {
                refuse(exchange, 404, "Not found", "Ask POST /customers/lookup.");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                refuse(exchange, 405, "Method not allowed", "Ask by POST.");
            } else if (!mayAsk(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                refuse(exchange, 401, "Unauthorized", "Send the token of HEED_CRM_TOKEN as a bearer token.");
            } else {
                lookUp(exchange);
            }
        }
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        byte[] question = exchange.getRequestBody().readNBytes(LARGEST_QUESTION + 1);
        if (question.length > LARGEST_QUESTION) {
            refuse(exchange, 413, "Too large", "A question has at most " + LARGEST_QUESTION + " bytes.");
            return;
        }
        Optional<String> answer = Lookup.answer(question, file.now());
        if (answer.isPresent()) {
            say(exchange, 200, "application/json", answer.get());
        } else {
            refuse(
                    exchange,
                    400,
                    "Not a question",
                    "Send {\"customers\":[{\"xUserId\":\"2244994945\",\"handle\":\"XDevelopers\"}]}, 1 to 200 of them.");
        }
    }

    private boolean mayAsk(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return token.isEmpty()
                || MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(HttpExchange exchange, int status, String title, String detail) throws IOException {
        say(
                exchange,
                status,
                "application/problem+json",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "about:blank")
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .toString());
    }

    private static void say(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
