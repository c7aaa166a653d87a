package dev.heed.benchmarks.listen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads of an event the one thing that is looked at, and no further than to there: whoever measures works on the processors
 * of what is measured.
 */
final class Told {
    private static final JsonFactory JSON = new JsonFactory();

    private Told() {}

    /** The id of the post that was received; empty for any other event. */
    static Optional<String> mention(byte[] event) throws IOException {
        String type = "";
        String post = "";
        String[] path = {"", "", "", ""};
        int depth = 0;
        try (JsonParser in = JSON.createParser(event)) {
            while ((type.isEmpty() || post.isEmpty()) && in.nextToken() != null) {
                JsonToken token = in.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME && depth < path.length) {
                    path[depth] = in.currentName();
                } else if (token == JsonToken.VALUE_STRING && depth == 1 && path[1].equals("type")) {
                    type = in.getText();
                } else if (token == JsonToken.VALUE_STRING && depth == 3 && "data/post/id".equals(joined(path))) {
                    post = in.getText();
                }
            }
        }
        return type.startsWith("mention.received.") ? Optional.of(post) : Optional.empty();
    }

    private static String joined(String[] path) {
        return path[1] + "/" + path[2] + "/" + path[3];
    }
}
