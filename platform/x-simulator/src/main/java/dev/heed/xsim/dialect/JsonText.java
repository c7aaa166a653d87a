package dev.heed.xsim.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads the body of a request, so that what is no JSON is refused in X's words and not in the server's. */
public final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    /** Empty unless the text is one JSON object. */
    public static Optional<JsonNode> object(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** What this program has written itself. */
    public static ObjectNode tree(byte[] json) {
        try {
            return JSON.readValue(json, ObjectNode.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
