package dev.heed.xsim.webhook;

/** What came of registering or validating a webhook. */
sealed interface Registration {

    record Done(Webhook webhook) implements Registration {}

    /** In X's words: a reason such as {@code CrcValidationFailed} and details. */
    record Refused(String reason, String details) implements Registration {}
}
