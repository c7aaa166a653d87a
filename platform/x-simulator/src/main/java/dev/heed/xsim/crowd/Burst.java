package dev.heed.xsim.crowd;

import java.time.Duration;
import java.time.Instant;

/**
 * A burst of mentions, and how much of it has been posted.
 *
 * @param text of each; {@code {n}} stands for its number, which keeps them apart
 */
record Burst(String to, int count, int authors, Duration over, String text, Instant began, int posted) {

    Burst(String to, int count, int authors, Duration over, String text, Instant began) {
        this(to, count, authors, over, text, began, 0);
    }

    /** How many are due but not yet posted. */
    int due(Instant now) {
        long passed = Duration.between(began, now).toMillis();
        long due = passed >= over.toMillis() ? count : 1 + (long) count * Math.max(0, passed) / over.toMillis();
        return (int) Math.min(count, due) - posted;
    }

    boolean isOver() {
        return posted >= count;
    }

    String author() {
        return "customer" + (1 + posted % authors);
    }

    String nextText() {
        return text.replace("{n}", Integer.toString(posted + 1));
    }

    Burst on() {
        return new Burst(to, count, authors, over, text, began, posted + 1);
    }
}
