package dev.heed.routing.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the policy wants done about a post. Wire names are part of the event contract. */
@RegisterForReflection
public enum DecisionKind {
    /** Somebody owns it and answers. */
    @JsonProperty("respond")
    RESPOND,
    /** Held, and looked at again at a set time. No policy may say so yet: nothing would wake it. */
    @JsonProperty("listen")
    LISTEN,
    /** Not answered; somebody is told. */
    @JsonProperty("monitor")
    MONITOR,
    /** Not answered. */
    @JsonProperty("let_stand")
    LET_STAND
}
