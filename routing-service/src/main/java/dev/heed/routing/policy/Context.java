package dev.heed.routing.policy;

/**
 * What is known beside the post itself.
 *
 * @param unansweredPosts how many earlier posts of the same customer on the same ticket still wait for an answer
 */
public record Context(int unansweredPosts) {
    /** A customer who has not written before. */
    public static final Context FIRST_POST = new Context(0);
}
