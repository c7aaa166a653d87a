package dev.heed.local;

/** Something a person has to know and can act on; the command line prints the message without a stack trace. */
public final class HeedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message what happened, and what to do about it
     */
    public HeedFailure(String message) {
        super(message);
    }

    /**
     * Says what went wrong, keeping the cause for {@code HEED_DEBUG=1}.
     *
     * @param message what happened, and what to do about it
     * @param cause where it came from
     */
    public HeedFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
