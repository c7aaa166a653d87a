package dev.heed.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Real bodies with something odd in them: any value, object or list replaced by something of another kind. It reaches fields
 * that no generated nonsense does, since everything around them is as it should be.
 */
public final class OddJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-1",
            "88",
            "0.5",
            "1e400",
            "9999999999999999999",
            "\"\"",
            "\"12\"",
            "\"9999999999999999999\"",
            "\"no id\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"https://t.co/a\"",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "[\"12\",12]",
            "{}",
            "{\"id\":{}}",
            "{\"id\":\"12\"}",
            "{\"data\":[]}");

    private OddJson() {}

    /**
     * The body with one to three of its parts replaced.
     *
     * @param random chooses which, and by what
     */
    public static String of(String body, Random random) {
        try {
            JsonNode odd = JSON.readTree(body);
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                List<Consumer<JsonNode>> places = new ArrayList<>();
                find(odd, places);
                if (!places.isEmpty()) {
                    places.get(random.nextInt(places.size())).accept(raw(ODD.get(random.nextInt(ODD.size()))));
                }
            }
            return JSON.writeValueAsString(odd);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static void find(JsonNode node, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(odd -> object.set(name, odd)));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(odd -> array.set(at, odd));
            }
        }
        node.forEach(inner -> find(inner, places));
    }

    /** As written, for a tree would round what is too big for it. */
    private static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
