package dev.heed.xsim.replay;

import dev.heed.xsim.id.PostId;
import dev.heed.xsim.ledger.Fact;
import java.time.Instant;

/** What happens to replays. */
sealed interface ReplayFact extends Fact {

    /** A recording began to be played. {@code speed} divides its gaps; 0 leaves them out. */
    record ReplayBegan(String replay, String csv, double speed, int limit, Instant at) implements ReplayFact {}

    /** A customer's row became this post. */
    record RowPlayed(String replay, String row, PostId post) implements ReplayFact {}

    /** The answer of this brand's row will not come. */
    record AnswerCalledOff(String replay, String row) implements ReplayFact {}
}
