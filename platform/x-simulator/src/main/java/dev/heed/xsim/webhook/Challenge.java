package dev.heed.xsim.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.xsim.dialect.JsonText;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The challenge-response check (CRC): a GET with {@code crc_token}, to be answered with {@code {"response_token": "sha256=…"}}.
 *
 * <p>As on X a wrong answer and a redirect are final, errors and silence are not.
 */
@Singleton
class Challenge {

    private final Wire wire;
    private final Signature signature;

    Challenge(Wire wire, Signature signature) {
        this.wire = wire;
        this.signature = signature;
    }

    CompletableFuture<Verdict> put(String url) {
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        String question =
                url + (url.contains("?") ? "&" : "?") + "crc_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return wire.send(HttpRequest.newBuilder(URI.create(question)).GET())
                .handle((answer, failure) -> failure == null
                        ? judge(answer, signature.of(token))
                        : new Verdict.Unanswered("No answer during CRC GET request"));
    }

    private static Verdict judge(HttpResponse<String> answer, String expected) {
        int status = answer.statusCode();
        if (status >= 400) {
            return new Verdict.Unanswered("Non-200 response code during CRC GET request (i.e. 404, 500, etc).");
        }
        if (status >= 300) {
            return new Verdict.Wrong("Redirect during CRC GET request");
        }
        Optional<String> token = JsonText.object(answer.body())
                .map(json -> json.path("response_token"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        return token.filter(expected::equals).isPresent()
                ? new Verdict.Passed()
                : new Verdict.Wrong("Invalid CRC token or json response format (Invalid response_token).");
    }
}
