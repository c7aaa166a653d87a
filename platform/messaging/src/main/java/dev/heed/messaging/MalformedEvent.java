package dev.heed.messaging;

/**
 * An event that cannot be used, however often it is tried: it goes to the dead-letter queue with this reason.
 *
 * <p>Thrown by the codec and by handlers; the message should say which field is wrong, without quoting what people wrote.
 */
public final class MalformedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEvent(String reason) {
        super(reason);
    }

    public MalformedEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
