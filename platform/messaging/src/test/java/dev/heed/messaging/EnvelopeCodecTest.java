package dev.heed.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {

    private static final Instant TIME = Instant.parse("2026-11-01T10:00:00.123Z");

    record Inner(String name) {}

    record Shape(String id, @Nullable String note, Inner inner, List<Inner> many, Instant at) {}

    @Property
    void what_is_encoded_is_decoded(
            @ForAll @NotEmpty String subject,
            @ForAll @NotEmpty String account,
            @ForAll String text,
            @ForAll long bits) {
        UUID id = new UUID(bits, ~bits);
        String trace = Trace.continueFrom(null);
        Event event = new Event("thing.happened.v1", subject, account, Map.of("text", text), null);

        Envelope read = EnvelopeCodec.decode(bytes(EnvelopeCodec.encode(event, id, "/heed/test", TIME, trace)));

        assertThat(read.id()).isEqualTo(id);
        assertThat(read.subject()).isEqualTo(subject);
        assertThat(read.account()).isEqualTo(account);
        assertThat(read.time()).isEqualTo(TIME);
        assertThat(read.traceparent()).isEqualTo(trace);
        assertThat(read.data().path("text").textValue()).isEqualTo(text);
    }

    @Property
    void any_bytes_are_an_envelope_or_malformed_and_nothing_else(@ForAll byte[] noise) {
        assertThatThrownBy(() -> EnvelopeCodec.decode(noise)).isInstanceOf(MalformedEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "dataschema", "data"})
    void an_envelope_without_one_of_its_attributes_is_malformed_and_the_reason_names_it(String attribute)
            throws Exception {
        byte[] body = changed(json -> json.remove(attribute));

        assertThatThrownBy(() -> EnvelopeCodec.decode(body))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining(attribute);
    }

    @Test
    void a_schema_of_another_type_is_malformed() throws Exception {
        byte[] body = changed(json -> json.put("dataschema", "https://heed.dev/schemas/other.v1.json"));

        assertThatThrownBy(() -> EnvelopeCodec.decode(body)).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void attributes_that_we_do_not_know_are_ignored() throws Exception {
        byte[] body = changed(json -> json.put("shard", 7).withObject("/data").put("later", true));

        Envelope read = EnvelopeCodec.decode(body);

        assertThat(read.dataAs(Shape.class).inner().name()).isEqualTo("n");
    }

    @Test
    void an_event_without_a_trace_gets_the_same_one_at_every_delivery() throws Exception {
        byte[] body = changed(json -> json.remove("traceparent"));

        Envelope first = EnvelopeCodec.decode(body);
        Envelope again = EnvelopeCodec.decode(body);

        assertThat(first.traceId()).hasSize(32).isEqualTo(again.traceId());
    }

    @Test
    void a_component_may_be_absent_only_if_the_record_says_so() throws Exception {
        byte[] withoutNote = changed(json -> json.withObject("/data").remove("note"));
        byte[] withoutName = changed(json -> json.withObject("/data/inner").remove("name"));
        byte[] nullInList =
                changed(json -> json.withObject("/data").putArray("many").addObject());

        assertThat(EnvelopeCodec.decode(withoutNote).dataAs(Shape.class).note()).isNull();
        assertThatThrownBy(() -> EnvelopeCodec.decode(withoutName).dataAs(Shape.class))
                .isInstanceOf(MalformedEvent.class)
                .hasMessage("data.inner.name is missing");
        assertThatThrownBy(() -> EnvelopeCodec.decode(nullInList).dataAs(Shape.class))
                .hasMessage("data.many[].name is missing");
    }

    @Test
    void a_wrong_kind_of_value_is_malformed() throws Exception {
        byte[] body = changed(json -> json.withObject("/data").put("at", "yesterday"));

        assertThatThrownBy(() -> EnvelopeCodec.decode(body).dataAs(Shape.class)).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void absent_values_are_left_out_and_times_are_text() {
        Shape data = new Shape("1", null, new Inner("n"), List.of(), TIME);

        String json = EnvelopeCodec.encode(
                new Event("thing.happened.v1", "1", "2", data, null), UuidV7.next(), "/heed/test", TIME, "t");

        assertThat(json)
                .doesNotContain("note")
                .contains("\"at\":\"2026-11-01T10:00:00.123Z\"")
                .contains("\"many\":[]");
    }

    private static byte[] changed(Consumer<ObjectNode> change) throws Exception {
        Shape data = new Shape("1", "note", new Inner("n"), List.of(new Inner("m")), TIME);
        String json = EnvelopeCodec.encode(
                new Event("thing.happened.v1", "s", "a", data, null),
                UuidV7.next(),
                "/heed/test",
                TIME,
                Trace.continueFrom(null));
        ObjectNode node = (ObjectNode) EnvelopeCodec.JSON.readTree(json);
        change.accept(node);
        return bytes(node.toString());
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
