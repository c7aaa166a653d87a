package dev.heed.benchmarks.listen;

import java.util.List;

/** Values in order, and what lies where among them. */
record Spread(List<Double> sorted) {

    static Spread of(List<Double> values) {
        return new Spread(values.stream().sorted().toList());
    }

    /** The smallest value that a share of all values do not exceed; NaN of nothing. */
    double percentile(double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share / 100 * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }

    /** The middle one, of an even number the mean of the two. */
    double median() {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
