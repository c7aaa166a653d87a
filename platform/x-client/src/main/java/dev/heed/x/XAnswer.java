package dev.heed.x;

import java.time.Instant;

/**
 * What came of a call to X.
 *
 * <p>An answer is a value, never an exception, because each of the four asks for something else: go on, tell somebody,
 * wait, or find out.
 *
 * @param <T> what X was asked for
 */
public sealed interface XAnswer<T> {

    /** It happened. {@code limit} is what X said of the endpoint's quota, or {@link RateLimit#UNKNOWN}. */
    record Given<T>(T value, RateLimit limit) implements XAnswer<T> {}

    /** X understood and did not do it. {@code detail} is X's own wording, {@code status} its HTTP status. */
    record Refused<T>(Refusal refusal, int status, String detail) implements XAnswer<T> {}

    /** Not now: nothing happened, and asking again before {@code until} cannot help. */
    record Limited<T>(Instant until, String detail) implements XAnswer<T> {}

    /**
     * It may or may not have happened: 5xx, time-out, reset, or an answer that cannot be read. For a reading call it is
     * safe to ask again; for a writing call it is not.
     */
    record Unclear<T>(String cause) implements XAnswer<T> {}
}
