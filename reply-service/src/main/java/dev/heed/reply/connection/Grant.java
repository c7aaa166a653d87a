package dev.heed.reply.connection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether we may act as an account on X right now. */
public sealed interface Grant {

    /** Why not, in words for the agent. */
    String why();

    /** When to ask again, at the earliest after {@code pause}. */
    default Instant askAgain(Instant now, Duration pause) {
        return now.plus(pause);
    }

    /** Yes, with this access token. */
    record Usable(String bearer) implements Grant {
        @Override
        public String why() {
            return "";
        }

        @Override
        public String toString() {
            return "Usable[bearer=***]";
        }
    }

    /** No, until somebody connects the account. */
    record Missing(String why) implements Grant {}

    /** Not now: X did not renew the token, and may later. */
    record Later(String why, @Nullable Instant until) implements Grant {
        @Override
        public Instant askAgain(Instant now, Duration pause) {
            Instant soonest = now.plus(pause);
            return until == null || until.isBefore(soonest) ? soonest : until;
        }
    }
}
