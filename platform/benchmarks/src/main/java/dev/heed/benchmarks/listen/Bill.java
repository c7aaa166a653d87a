package dev.heed.benchmarks.listen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** X's bill, all days together. */
record Bill(List<Line> lines) {

    /**
     * @param caller {@code app}, or the username whose token was used
     * @param calls how often it was asked
     * @param billed resources that were paid for, each once a day
     */
    record Line(String endpoint, String caller, long calls, long billed) {
        Line plus(Line other) {
            return new Line(endpoint, caller, calls + other.calls, billed + other.billed);
        }
    }

    static Bill of(JsonNode billing) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode day : billing.path("days")) {
            for (JsonNode line : day.path("endpoints")) {
                lines.add(new Line(
                        line.path("endpoint").asText(),
                        line.path("caller").asText(),
                        line.path("calls").asLong(),
                        line.path("billed").asLong()));
            }
        }
        return new Bill(lines);
    }

    /** One line for each endpoint and caller. */
    Bill summed() {
        Map<List<String>, Line> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(List.of(line.endpoint(), line.caller()), line, Line::plus));
        return new Bill(List.copyOf(sums.values()));
    }

    /** How much was billed at some endpoints. */
    long billed(Set<String> endpoints) {
        return lines.stream()
                .filter(line -> endpoints.contains(line.endpoint()))
                .mapToLong(Line::billed)
                .sum();
    }

    /** The lines of one caller. */
    Bill of(String caller) {
        return new Bill(
                lines.stream().filter(line -> line.caller().equals(caller)).toList());
    }
}
