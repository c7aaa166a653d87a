package dev.heed.xsim.billing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bill of a day as it grows. Not thread-safe. */
final class OpenDay {

    private final LocalDate date;
    /** By kind. */
    private final Map<String, Set<String>> seen = new HashMap<>();

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private long micros;
    private long postReads;

    OpenDay(LocalDate date) {
        this.date = date;
    }

    LocalDate date() {
        return date;
    }

    /** A read: each resource costs the first time of the day. Tells how much it came to. */
    long read(String endpoint, String caller, Price price, Collection<String> resources) {
        Set<String> known = seen.computeIfAbsent(price.kind(), kind -> new HashSet<>());
        long fresh = resources.stream().filter(known::add).count();
        if (price.readsPosts()) {
            postReads += fresh;
        }
        return write(endpoint, caller, resources.size(), fresh, fresh * price.micros());
    }

    /** A write. */
    long write(String endpoint, String caller, Price price) {
        return write(endpoint, caller, 1, 1, price.micros());
    }

    /** No further resource will be told apart. */
    Day closed() {
        return new Day(date, micros, postReads, List.copyOf(lines.values()));
    }

    private long write(String endpoint, String caller, long resources, long billed, long cost) {
        lines.merge(
                endpoint + "/" + caller,
                Line.none(endpoint, caller).plus(resources, billed, cost),
                (known, first) -> known.plus(resources, billed, cost));
        micros += cost;
        return cost;
    }
}
