package dev.heed.local.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** A line of a log as a person reads it: time, level, message and first cause of a JSON line; any other as it is. */
public final class LogLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 400;
    private static final int TIME_OF_DAY = 11;
    private static final int MILLISECONDS = 23;

    private LogLine() {}

    /** One line made readable. */
    public static String readable(String line) {
        if (!line.startsWith("{")) {
            return shortened(line);
        }
        try {
            JsonNode fields = JSON.readTree(line);
            return fields.has("message") ? worded(fields) : shortened(line);
        } catch (JsonProcessingException e) {
            return shortened(line);
        }
    }

    private static String worded(JsonNode fields) {
        String time = fields.path("timestamp").asText("");
        String trace =
                fields.path("mdc").path("traceId").asText(fields.path("traceId").asText(""));
        return (time.length() >= MILLISECONDS ? time.substring(TIME_OF_DAY, MILLISECONDS) + " " : "")
                + fields.path("level").asText("")
                + " "
                + shortened(fields.path("message").asText())
                + cause(fields.path("stackTrace").asText(""))
                        .map(cause -> " <- " + shortened(cause))
                        .orElse("")
                + (trace.isEmpty() ? "" : "  [" + trace + "]");
    }

    /** The last cause is where it began. */
    private static Optional<String> cause(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, last) -> last)
                .or(() -> stackTrace.lines().findFirst());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
