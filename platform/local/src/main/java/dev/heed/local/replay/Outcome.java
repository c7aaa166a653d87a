package dev.heed.local.replay;

import java.time.Duration;
import java.util.List;

/** What came of one historic answer. */
sealed interface Outcome {

    /** @param took from the publish call to the post on X */
    record Published(String postId, Duration took) implements Outcome {}

    /** Guards hold it back. It is not forced. */
    record Blocked(List<String> guards) implements Outcome {
        public Blocked {
            guards = List.copyOf(guards);
        }
    }

    /** Heed or X said no, for good. */
    record Refused(String reason) implements Outcome {}

    /** Never tried, since it could not have gone out. */
    record LeftOut(String reason) implements Outcome {}

    /** Nobody knows yet what became of it. */
    record Unsettled(String words) implements Outcome {}
}
