package dev.heed.benchmarks.listen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** X's bill, all days together. */
record Bill(List<Line> lines) {

    /**
     * @param caller {@code app}, or the username whose token was used
     * @param calls how often it was asked
     * @param billed resources that were paid for, each once a day
     */
    record Line(String endpoint, String caller, long calls, long billed) {}

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

    /** The lines of one caller. */
    Bill of(String caller) {
        return new Bill(
                lines.stream().filter(line -> line.caller().equals(caller)).toList());
    }
}
