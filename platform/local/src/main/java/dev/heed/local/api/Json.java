package dev.heed.local.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.heed.local.HeedFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads views out of JSON; fields that we do not know are left alone. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .addModule(new SimpleModule().addDeserializer(Instant.class, new Times()))
            .build();

    private Json() {}

    static <T> T read(JsonNode node, Class<T> shape) {
        try {
            return MAPPER.treeToValue(node, shape);
        } catch (JsonProcessingException e) {
            throw new HeedFailure("This is no " + shape.getSimpleName() + ": " + node, e);
        }
    }

    static <T> List<T> readAll(JsonNode array, Class<T> shape) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(read(node, shape)));
        return all;
    }

    private static final class Times extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getText());
        }
    }
}
