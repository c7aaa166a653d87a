package dev.heed.routing.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one post, with the rule that said it.
 *
 * @param rule the name of the deciding rule in the document
 * @param why the rule's reason in words; none of the customer's, for it is told to others and kept for good
 * @param priority 0..100; 100 is next
 * @param tier who owns the ticket (respond) or is told (monitor); absent when the post is let stand
 * @param policyVersion the stated version and the content hash of the document that decided
 * @param evidence what the rule found, in the customer's words: kept with the post alone, to be erased with it
 */
public record Decision(
        DecisionKind kind,
        String rule,
        String why,
        int priority,
        @Nullable String tier,
        String policyVersion,
        List<String> evidence) {

    public Decision {
        evidence = List.copyOf(evidence);
    }

    /** Whether this decision asks for more than the other: a higher priority. */
    public boolean outweighs(Decision other) {
        return priority > other.priority;
    }
}
