package dev.heed.secrets;

/** What is stored cannot be read with the key that there is; its message is for the operator and shows nothing of either. */
public final class DoesNotOpenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public DoesNotOpenException(String why) {
        super(why);
    }

    DoesNotOpenException(String why, Throwable cause) {
        super(why, cause);
    }
}
