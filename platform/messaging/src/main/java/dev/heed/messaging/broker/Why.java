package dev.heed.messaging.broker;

import org.jspecify.annotations.Nullable;

/** Says in words why something failed. */
public final class Why {

    private Why() {}

    /** The first message down the chain of causes: the client wraps what the broker said in exceptions that say nothing. */
    public static String of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank() && !message.equals(String.valueOf(cause.getCause()))) {
                return message;
            }
        }
        return failure.getClass().getSimpleName();
    }
}
