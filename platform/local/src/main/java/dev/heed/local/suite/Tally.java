package dev.heed.local.suite;

import java.util.ArrayList;
import java.util.List;

/**
 * How many tests there were and how they ended.
 *
 * @param failures the names of those that failed
 */
record Tally(int passed, int failed, int skipped, List<String> failures) {
    static final Tally NONE = new Tally(0, 0, 0, List.of());

    Tally {
        failures = List.copyOf(failures);
    }

    static Tally failure(String what) {
        return new Tally(0, 1, 0, List.of(what));
    }

    Tally plus(Tally other) {
        List<String> all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new Tally(passed + other.passed, failed + other.failed, skipped + other.skipped, all);
    }

    /** The closing line. */
    String line() {
        return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}
