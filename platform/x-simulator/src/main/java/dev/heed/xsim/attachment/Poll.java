package dev.heed.xsim.attachment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A question with 2 to 4 answers, open for 5 minutes to 7 days. Nobody votes. */
public record Poll(String id, List<String> options, Instant ends, int minutes) {

    /** Whether X takes a poll of these. */
    public static boolean possible(List<String> options, int minutes) {
        return options.size() >= 2
                && options.size() <= 4
                && options.stream().allMatch(option -> !option.isBlank() && option.length() <= 25)
                && minutes >= 5
                && minutes <= Duration.ofDays(7).toMinutes();
    }
}
