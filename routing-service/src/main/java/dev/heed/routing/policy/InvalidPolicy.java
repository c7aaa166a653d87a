package dev.heed.routing.policy;

import java.util.List;

/** A policy document that cannot be used, with every fault found in it, in words and with its place. */
public final class InvalidPolicy extends RuntimeException {

    private final List<String> faults;

    InvalidPolicy(String source, List<String> faults) {
        super("The care policy " + source + " cannot be used:\n  - " + String.join("\n  - ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each fault: the place in the document, a colon, and what is wrong. */
    public List<String> faults() {
        return faults;
    }
}
