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
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Spoils an answer that is ready to go out. */
final class Spoiling {

    private static final String GARBAGE =
            "<!DOCTYPE html><html><head><title>X / Error</title></head><body>{\"data\":[</body></html>";

    private Spoiling() {}

    static Uni<Void> of(
            @Nullable Spoil spoil, ContainerResponseContext response, HttpServerRequest http, Dialect dialect) {
        return switch (spoil) {
            case null -> Uni.createFrom().voidItem();
            case Spoil.LeavesOut(int items) -> {
                if (response.getStatus() == 200 && response.getEntity() instanceof ObjectNode answer) {
                    leaveOut(answer, items, dialect);
                }
                yield Uni.createFrom().voidItem();
            }
            case Spoil.Garbles garbles -> {
                response.setEntity(GARBAGE, null, MediaType.APPLICATION_JSON_TYPE);
                yield Uni.createFrom().voidItem();
            }
            case Spoil.BreaksOff breaksOff -> breakOff(response, http);
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
    private static Uni<Void> breakOff(ContainerResponseContext response, HttpServerRequest http) {
        Buffer body = Buffer.buffer(String.valueOf(response.getEntity()));
        HttpServerResponse out = http.response();
        out.setStatusCode(response.getStatus());
        out.putHeader("Content-Type", MediaType.APPLICATION_JSON);
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
                .replaceWithVoid();
    }
}
