package dev.heed.local.report;

import java.util.List;

/**
 * One claim of the proof, and what speaks against it.
 *
 * @param claim in words, true when there are no offenders
 * @param judged how many things were looked at
 * @param offenders ids with what is wrong with each
 */
public record Check(String claim, int judged, List<String> offenders) {

    public Check {
        offenders = List.copyOf(offenders);
    }

    public boolean holds() {
        return offenders.isEmpty();
    }
}
