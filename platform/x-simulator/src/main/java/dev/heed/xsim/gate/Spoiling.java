package dev.heed.xsim.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.xsim.dialect.Dialect;
import dev.heed.xsim.dialect.XProblem;
import dev.heed.xsim.fault.Spoil;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spoils an answer that is ready to go out. */
final class Spoiling {

    private static final String GARBAGE =
            "<!DOCTYPE html><html><head><title>X / Error</title></head><body>{\"data\":[</body></html>";

    private Spoiling() {}

    /** Empty, or what is answered instead. An {@code ObjectNode} may be changed on the way. */
    static Uni<Optional<String>> of(
            @Nullable Spoil spoil, int status, @Nullable Object entity, HttpServerRequest http, Dialect dialect) {
        return switch (spoil) {
            case null -> Uni.createFrom().item(Optional.empty());
            case Spoil.LeavesOut(int items) -> {
                if (status == 200 && entity instanceof ObjectNode answer) {
                    leaveOut(answer, items, dialect);
                }
                yield Uni.createFrom().item(Optional.empty());
            }
            case Spoil.Garbles garbles -> Uni.createFrom().item(Optional.of(GARBAGE));
            case Spoil.BreaksOff breaksOff -> breakOff(status, String.valueOf(entity), http);
        };
    }

    /** In the words that X has for what is there but cannot be had now. */
    private static void leaveOut(ObjectNode answer, int items, Dialect dialect) {
        String resource = answer.at("/data/0").has("username") ? "user" : "tweet";
        JsonNode data = answer.path("data");
        ArrayNode errors = answer.withArray("errors");
        if (data instanceof ArrayNode list) {
            for (int i = 0; i < items && !list.isEmpty(); i++) {
                errors.add(XProblem.unavailable(
                        dialect, resource, list.remove(0).path("id").asText()));
            }
            if (answer.get("meta") instanceof ObjectNode meta && meta.has("result_count")) {
                meta.put("result_count", list.size());
            }
        }
        if (data.isObject() || data.isEmpty()) {
            answer.remove("data");
        }
        if (data.isObject()) {
            errors.add(XProblem.unavailable(dialect, resource, data.path("id").asText()));
        }
        if (errors.isEmpty()) {
            answer.remove("errors");
        }
    }

    /** Sends the head and half of the body, and closes; by HTTP/2 the stream is reset. */
    private static Uni<Optional<String>> breakOff(int status, String text, HttpServerRequest http) {
        Buffer body = Buffer.buffer(text);
        HttpServerResponse out = http.response();
        out.setStatusCode(status);
        out.putHeader("Content-Type", "application/json");
        out.putHeader("Content-Length", Integer.toString(body.length()));
        return Uni.createFrom()
                .completionStage(
                        () -> out.write(body.slice(0, body.length() / 2)).toCompletionStage())
                .chain(() -> Uni.createFrom().completionStage(() -> {
                    if (http.version() == HttpVersion.HTTP_2) {
                        out.reset();
                    }
                    return http.connection().close().toCompletionStage();
                }))
                .onFailure()
                .recoverWithNull()
                .replaceWith(Optional.empty());
    }
}
