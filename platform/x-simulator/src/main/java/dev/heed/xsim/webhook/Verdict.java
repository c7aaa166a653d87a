package dev.heed.xsim.webhook;

/** What came of a challenge. */
sealed interface Verdict {

    record Passed() implements Verdict {}

    /** The address answered, and wrongly: it does not know the secret. */
    record Wrong(String why) implements Verdict {}

    /** The address failed to answer, which may pass. */
    record Unanswered(String why) implements Verdict {}
}
