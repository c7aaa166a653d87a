package dev.heed.routing.policy;

/**
 * What is known beside the post itself.
 *
 * @param stillWaiting whether the same customer has written on the same ticket before, and waits for an answer
 */
public record Context(boolean stillWaiting) {
    /** A customer who has not written before. */
    public static final Context FIRST_POST = new Context(false);
}
