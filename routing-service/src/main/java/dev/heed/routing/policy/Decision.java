package dev.heed.routing.policy;

import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one post, with the rule that said it.
 *
 * @param rule the name of the deciding rule in the document
 * @param why the rule's reason in words, with what was found in the post
 * @param priority 0..100; 100 is next
 * @param tier who owns the ticket (respond) or is told (monitor); absent when the post is let stand
 * @param policyVersion the stated version and the content hash of the document that decided
 */
public record Decision(
        DecisionKind kind,
        String rule,
        String why,
        int priority,
        @Nullable String tier,
        String policyVersion) {

    /** Whether this decision asks for more than the other: a higher priority. */
    public boolean outweighs(Decision other) {
        return priority > other.priority;
    }
}
