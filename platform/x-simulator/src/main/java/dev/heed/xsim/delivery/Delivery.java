package dev.heed.xsim.delivery;

import dev.heed.xsim.activity.Activity;
import java.time.Instant;

/**
 * One attempt to tell a webhook, as it really went.
 *
 * @param seq counts attempts from 1 since the start or the last reset
 * @param status of the answer; 0 when there was none
 * @param millis how long the answer took
 * @param at when the attempt began
 */
public record Delivery(long seq, Activity activity, int attempt, int status, Outcome outcome, long millis, Instant at) {

    /** How it ended. */
    public enum Outcome {
        /** Answered with 2xx. */
        DELIVERED,
        /** Answered with anything else. */
        REFUSED,
        /** Not answered within ten seconds, or not at all. */
        UNANSWERED,
        /** A test wanted it lost. */
        DROPPED,
        /** The webhook was invalid or gone: not sent. */
        WITHHELD,
        /** Too much was waiting for this webhook: not sent. */
        OVERFLOWN
    }
}
