package dev.heed.reply.guard;

import java.util.List;
import java.util.regex.Pattern;

/** Finds numbers in a text, outside links, handles, amounts of money and words. */
final class DigitRuns {
    private static final Pattern RUN = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@#$€£/=&.,+(-])(?:\\+|\\()?\\d(?:(?:\\) |[ .\\-()/])?\\d)*(?![\\p{L}\\p{N}_])");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.|[a-z0-9-]+\\.[a-z]{2,}/)\\S*");

    private DigitRuns() {}

    static List<DigitRun> in(String text) {
        // Links are blanked out, not cut, so that offsets stay true.
        String readable =
                LINK.matcher(text).replaceAll(link -> "_".repeat(link.group().length()));
        return RUN.matcher(readable)
                .results()
                .map(run -> new DigitRun(run.start(), run.group(), run.group().replaceAll("\\D", "")))
                .toList();
    }
}
