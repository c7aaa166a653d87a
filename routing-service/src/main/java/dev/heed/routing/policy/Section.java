package dev.heed.routing.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the policy document that is being read, with the list of faults that all places share.
 *
 * <p>Reading goes on after a fault, with a harmless value in its place, so that one look finds every fault.
 */
record Section(String place, JsonNode node, List<String> faults) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) (minute|hour)s?");

    void fault(String words) {
        faults.add((place.isEmpty() ? "the document" : place) + ": " + words);
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** The part under a key, which must be there. */
    Section need(String key) {
        if (!node.isObject()) {
            fault("should be a map with the key \"" + key + "\"");
        } else if (!node.has(key)) {
            fault("\"" + key + "\" is missing");
        }
        return at(key);
    }

    /** The part under a key, there or not. */
    Section at(String key) {
        JsonNode child = node.get(key);
        return new Section(
                place.isEmpty() ? key : place + "." + key, child == null ? MissingNode.getInstance() : child, faults);
    }

    /** Says of every key that is not one of these that it is unknown. */
    Section allowing(Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                fault("the key \"" + key + "\" is not known here; known are " + String.join(", ", sorted(keys)));
            }
        });
        return this;
    }

    List<Section> items() {
        if (!node.isArray()) {
            if (!node.isMissingNode()) {
                fault("should be a list");
            }
            return List.of();
        }
        var items = new ArrayList<Section>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Section(place + "[" + (i + 1) + "]", node.get(i), faults));
        }
        return items;
    }

    List<Map.Entry<String, Section>> entries() {
        if (!node.isObject()) {
            if (!node.isMissingNode()) {
                fault("should be a map");
            }
            return List.of();
        }
        var entries = new ArrayList<Map.Entry<String, Section>>();
        node.fieldNames().forEachRemaining(key -> entries.add(Map.entry(key, at(key))));
        return entries;
    }

    String text() {
        if (node.isTextual() && !node.asText().isBlank()) {
            return node.asText();
        }
        if (!node.isMissingNode()) {
            fault("should be a text");
        }
        return "";
    }

    int number(int least, int most) {
        if (node.isInt() && node.asInt() >= least && node.asInt() <= most) {
            return node.asInt();
        }
        if (!node.isMissingNode()) {
            fault("should be a whole number from " + least + " to " + most);
        }
        return least;
    }

    Duration duration() {
        Matcher matcher = DURATION.matcher(node.asText());
        if (matcher.matches() && !matcher.group(1).matches("0+")) {
            long amount = Long.parseLong(matcher.group(1));
            return "hour".equals(matcher.group(2)) ? Duration.ofHours(amount) : Duration.ofMinutes(amount);
        }
        if (!node.isMissingNode()) {
            fault("\"" + node.asText() + "\" is not a time; write for example \"15 minutes\" or \"2 hours\"");
        }
        return Duration.ofMinutes(1);
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
