package dev.heed.xsim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app's server that X tells things: it answers challenges, checks signatures with code of its own and keeps what it was told. */
public final class Receiver implements AutoCloseable {

    public static final String SECRET = "sim-consumer-secret";

    public final List<Told> told = new CopyOnWriteArrayList<>();
    public volatile String secret = SECRET;
    public volatile int challengeStatus = 200;
    public volatile int status = 200;
    /** How many of the next deliveries are answered with 500. */
    public final AtomicInteger failures = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What came in one POST, and whether its signature was right. */
    public record Told(JsonNode body, boolean genuine) {
        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", this::answer);
            server.setExecutor(threads);
            server.start();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The {@code event_type} and id of all that was told, in the order in which it came. */
    public List<String> summary() {
        return told.stream()
                .map(one -> one.text("/data/event_type") + " " + one.text("/data/payload/id"))
                .toList();
    }

    public static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            String token = exchange.getRequestURI().getQuery().replaceAll(".*crc_token=", "");
            send(exchange, challengeStatus, "{\"response_token\":\"" + sign(secret, token) + "\"}");
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signature = exchange.getRequestHeaders().getFirst("x-twitter-webhooks-signature");
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, 500, "");
            return;
        }
        told.add(new Told(new ObjectMapper().readTree(body), sign(secret, body).equals(signature)));
        send(exchange, status, "");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
