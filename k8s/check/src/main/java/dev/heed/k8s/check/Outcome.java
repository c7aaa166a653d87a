package dev.heed.k8s.check;

import java.util.List;

/** What came of one check. */
public sealed interface Outcome {

    record Holds(String detail) implements Outcome {}

    record Broken(List<String> reasons) implements Outcome {}

    /** Could not be checked here. */
    record Skipped(String why) implements Outcome {}

    static Outcome of(List<String> reasons, String detail) {
        return reasons.isEmpty() ? new Holds(detail) : new Broken(reasons);
    }
}
