package dev.heed.local.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long something took, over many times: the middle, and what nine in ten stayed under. */
public record Timing(int count, Duration median, Duration p90) {

    public static Timing of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return new Timing(0, Duration.ZERO, Duration.ZERO);
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Timing(sorted.size(), at(sorted, 0.5), at(sorted, 0.9));
    }

    /** For people. */
    public String words() {
        return count == 0
                ? "nothing measured"
                : String.format(Locale.ROOT, "median %s, p90 %s", seconds(median), seconds(p90));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static Duration at(List<Duration> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }
}
