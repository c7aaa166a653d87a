package dev.heed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as its author wrote it. X escapes three characters for HTML, shortens every address to one of its own, and appends
 * an address for what is attached.
 */
final class Wording {

    private static final Pattern ESCAPED = Pattern.compile("&(amp|lt|gt);");
    private static final Pattern SHORT = Pattern.compile("https?://t\\.co/\\w+");
    private static final Map<String, String> PLAIN = Map.of("amp", "&", "lt", "<", "gt", ">");

    private Wording() {}

    /** @param entities X's lists of what it recognised in the text; any of them may be missing */
    static String of(String text, List<JsonNode> entities) {
        Map<String, String> meant = meant(entities);
        String plain = ESCAPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(PLAIN.get(found.group(1)))));
        return meant.isEmpty()
                ? plain
                : SHORT.matcher(plain)
                        .replaceAll(found -> Matcher.quoteReplacement(meant.getOrDefault(found.group(), found.group())))
                        .stripTrailing();
    }

    /** What each short address stands for; nothing, where it only stands for what is attached. */
    private static Map<String, String> meant(List<JsonNode> entities) {
        Map<String, String> meant = new HashMap<>();
        for (JsonNode entity : entities) {
            for (JsonNode url : entity.path("urls")) {
                String written = url.path("expanded_url").asText("");
                if (url.has("media_key")) {
                    meant.put(url.path("url").asText(""), "");
                } else if (!written.isEmpty()) {
                    meant.put(url.path("url").asText(""), written);
                }
            }
        }
        return meant;
    }
}
