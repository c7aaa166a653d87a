package dev.heed.messaging;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the structured JSON form of CloudEvents 1.0.
 *
 * <p>Has its own mapper, so that no service can change the wire by configuring its REST layer: times are RFC 3339 text in
 * UTC, absent values are left out, unknown fields are ignored.
 */
public final class EnvelopeCodec {

    public static final String CONTENT_TYPE = "application/cloudevents+json";

    static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT))
            .build();

    private static final String SCHEMAS = "https://heed.dev/schemas/";

    private EnvelopeCodec() {}

    /** The event as JSON text, with {@code id} and {@code time} as given. */
    public static String encode(Event event, UUID id, String source, Instant time, String traceparent) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            String data = JSON.writeValueAsString(event.data());
            if (!data.startsWith("{")) {
                throw new IllegalArgumentException("the data of " + event.type() + " is not a JSON object");
            }
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", id.toString());
            json.writeStringField("source", source);
            json.writeStringField("type", event.type());
            json.writeStringField("subject", event.subject());
            json.writeStringField("time", time.toString());
            json.writeStringField("datacontenttype", "application/json");
            json.writeStringField("dataschema", SCHEMAS + event.type() + ".json");
            json.writeStringField("traceparent", traceparent);
            json.writeStringField("account", event.account());
            json.writeFieldName("data");
            json.writeRawValue(data);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalArgumentException("the data of " + event.type() + " cannot be written as JSON", e);
        }
        return text.toString();
    }

    /**
     * Reads an event.
     *
     * @throws MalformedEvent if it is not JSON, not a CloudEvent 1.0, or lacks what the consumer needs: id (a UUID),
     *     source, type, subject, time, dataschema and data (an object)
     */
    public static Envelope decode(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException e) {
            throw new MalformedEvent("the body is not JSON", e);
        }
        if (!json.isObject()) {
            throw new MalformedEvent("the body is not a JSON object");
        }
        if (!text(json, "specversion").equals("1.0")) {
            throw new MalformedEvent("specversion is not 1.0");
        }
        String type = text(json, "type");
        if (!text(json, "dataschema").equals(SCHEMAS + type + ".json")) {
            throw new MalformedEvent("dataschema does not belong to type " + type);
        }
        JsonNode data = json.path("data");
        if (!data.isObject()) {
            throw new MalformedEvent("data is missing or not an object");
        }
        UUID id = id(text(json, "id"));
        String traceparent = optional(json, "traceparent");
        return new Envelope(
                id,
                text(json, "source"),
                type,
                text(json, "subject"),
                time(text(json, "time")),
                Trace.isValid(traceparent) ? traceparent : Trace.of(id),
                optional(json, "account"),
                data);
    }

    private static String text(JsonNode json, String field) {
        String value = optional(json, field);
        if (value == null || value.isEmpty()) {
            throw new MalformedEvent(field + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("id is not a UUID", e);
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new MalformedEvent("time is not RFC 3339", e);
        }
    }
}
