package dev.heed.local.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of the brands' historic answers.
 *
 * @param published how many X took
 * @param blocked name of the guard to how many answers it held back
 * @param refused reason to how many answers were refused, by us or by X
 * @param leftOut reason to how many answers were never tried
 * @param unsettled answers of which nobody knows yet what became of them, in words
 * @param publishing times from the publish call to the post
 */
public record Answers(
        int published,
        Map<String, Integer> blocked,
        Map<String, Integer> refused,
        Map<String, Integer> leftOut,
        List<String> unsettled,
        List<Duration> publishing) {

    public Answers {
        blocked = Map.copyOf(blocked);
        refused = Map.copyOf(refused);
        leftOut = Map.copyOf(leftOut);
        unsettled = List.copyOf(unsettled);
        publishing = List.copyOf(publishing);
    }
}
