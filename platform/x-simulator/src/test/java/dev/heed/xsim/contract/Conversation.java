package dev.heed.xsim.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Talks with the simulator over HTTP and notes everything that breaks X's document. */
final class Conversation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> violations = new ArrayList<>();
    private final String base;
    private final @Nullable XDocument document;
    private int judged;

    /** An answer: its status and its JSON (null when it has none). */
    record Said(int status, JsonNode body, Map<String, List<String>> headers) {
        String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    Conversation(String base, @Nullable XDocument document) {
        this.base = base.replaceAll("/$", "");
        this.document = document;
    }

    /** Steers the simulator; nothing is judged. */
    Said control(String method, String path, @Nullable Object body) {
        return exchange(method, path, null, body, false, false);
    }

    /** A request that the document allows, and its answer. */
    Said right(String method, String path, String bearer, @Nullable Object body) {
        return exchange(method, path, bearer, body, true, true);
    }

    /** A request that the document may not allow; only its answer is judged. */
    Said wrong(String method, String path, @Nullable String bearer, @Nullable Object body) {
        return exchange(method, path, bearer, body, false, true);
    }

    /** A request whose answer the document does not know although X gives it. */
    Said unjudged(String method, String path, @Nullable String bearer, @Nullable Object body) {
        return exchange(method, path, bearer, body, false, false);
    }

    /** Judges as the answer of an endpoint what came another way. */
    void judge(String method, String path, int status, String body) {
        if (document != null) {
            note("told: " + body, document.violations(method, path, status, "application/json", body));
        }
    }

    List<String> violations() {
        return violations;
    }

    int judged() {
        return judged;
    }

    private Said exchange(
            String method,
            String pathAndQuery,
            @Nullable String bearer,
            @Nullable Object body,
            boolean judgeRequest,
            boolean judgeAnswer) {
        try {
            String json = body == null ? null : JSON.writeValueAsString(body);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                    .method(
                            method,
                            json == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(json));
            Map<String, String> headers = new LinkedHashMap<>();
            if (json != null) {
                headers.put("Content-Type", "application/json");
            }
            if (bearer != null) {
                headers.put("Authorization", "Bearer " + bearer);
            }
            headers.forEach(request::header);
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String path = pathAndQuery.replaceAll("\\?.*", "");
            if (judgeRequest && document != null) {
                note(
                        method + " " + pathAndQuery,
                        document.violations(method, path, query(pathAndQuery), headers, json));
            }
            if (judgeAnswer && document != null) {
                String type = answer.headers().firstValue("content-type").orElse("");
                note(
                        method + " " + pathAndQuery + " -> " + answer.statusCode() + " " + answer.body(),
                        document.violations(method, path, answer.statusCode(), type, answer.body()));
            }
            return new Said(
                    answer.statusCode(), read(answer.body()), answer.headers().map());
        } catch (IOException broken) {
            throw new AssertionError("No answer to " + method + " " + pathAndQuery, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }

    private void note(String what, List<String> found) {
        judged++;
        found.forEach(violation -> violations.add(what + "\n    " + violation));
    }

    private static JsonNode read(String body) throws JsonProcessingException {
        return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
    }

    private static Map<String, List<String>> query(String pathAndQuery) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        int mark = pathAndQuery.indexOf('?');
        if (mark >= 0) {
            for (String pair : pathAndQuery.substring(mark + 1).split("&", -1)) {
                String[] both = pair.split("=", 2);
                query.computeIfAbsent(both[0], fresh -> new ArrayList<>())
                        .add(URLDecoder.decode(both[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
