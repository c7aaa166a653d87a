package dev.heed.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as received.
 *
 * <p>One that arrived without a usable {@code traceparent} is given one that is derived from its id, so that every
 * redelivery of it belongs to the same trace.
 */
public record Envelope(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        @Nullable String traceparent,
        @Nullable String account,
        JsonNode data) {

    /**
     * Reads the data into a record, ignoring fields that it does not know.
     *
     * @throws MalformedEvent if the data has another form, or misses a component that is not {@code @Nullable}
     */
    public <T> T dataAs(Class<T> shape) {
        return Shapes.read(data, shape);
    }

    /** The 32 hex digits that all events of one cause share. */
    public String traceId() {
        return traceparent == null ? Trace.traceId(Trace.of(id)) : Trace.traceId(traceparent);
    }
}
