package dev.heed.routing.policy;

import org.jspecify.annotations.Nullable;

/** One named question of the assessment; its two answers each end in an outcome or go on to a later rule. */
record Rule(String name, Condition condition, Branch yes, Branch no) {

    /** Where an answer leads. */
    sealed interface Branch {}

    /** On to a later rule. */
    record GoOn(String rule) implements Branch {}

    /** The assessment ends here. */
    record Outcome(
            DecisionKind kind,
            String why,
            int priority,
            @Nullable String tier) implements Branch {}

    /** A condition that adds to the priority of a decision to respond. */
    record Raise(Condition condition, int by, String why) {}

    /** A condition that adds a note about the channel to a decision to respond. */
    record ChannelNote(String request, Condition condition, String channel, String note) {}
}
