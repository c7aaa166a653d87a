package dev.heed.x;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Turns an HTTP response into an {@link XAnswer}. Never throws: what cannot be read is {@link XAnswer.Unclear}. */
final class Answers {

    private static final ObjectMapper JSON =
            JsonMapper.builder().nodeFactory(new Texts()).build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100).build());
    }

    private Answers() {}

    /** @param shape reads the body of a success; empty where the body is not of that shape */
    static <T> XAnswer<T> of(Reply reply, Instant now, Function<JsonNode, Optional<T>> shape) {
        JsonNode body = parse(reply.body());
        int status = reply.status();
        if (status == 429 || Refusals.saysNotNow(status, body)) {
            return Refusals.isUsedUp(body)
                    ? new XAnswer.Refused<>(Refusal.CREDITS_DEPLETED, status, Refusals.detail(body))
                    : new XAnswer.Limited<>(Limits.end(reply, now), Refusals.detail(body));
        }
        if (status >= 200 && status < 300) {
            return success(reply, body, now, shape);
        }
        if (status >= 400 && status < 500 && status != 408) {
            return new XAnswer.Refused<>(Refusals.of(status, body), status, Refusals.detail(body));
        }
        return new XAnswer.Unclear<>("X answered " + status + ": " + Refusals.detail(body));
    }

    private static <T> XAnswer<T> success(
            Reply reply, JsonNode body, Instant now, Function<JsonNode, Optional<T>> shape) {
        Optional<T> value = shape.apply(body);
        if (value.isPresent()) {
            return new XAnswer.Given<>(value.get(), Limits.binding(reply, now));
        }
        Optional<Refusal> partial = Refusals.ofErrors(body);
        if (partial.isPresent()) {
            return new XAnswer.Refused<>(partial.get(), reply.status(), Refusals.detail(body));
        }
        return new XAnswer.Unclear<>("X answered %d with a body that cannot be read".formatted(reply.status()));
    }

    static JsonNode parse(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** A short word for metrics. */
    static String outcome(XAnswer<?> answer) {
        return switch (answer) {
            case XAnswer.Given<?> ignored -> "given";
            case XAnswer.Refused<?> refused ->
                "refused_" + refused.refusal().name().toLowerCase(Locale.ROOT);
            case XAnswer.Limited<?> ignored -> "limited";
            case XAnswer.Unclear<?> ignored -> "unclear";
        };
    }
}
