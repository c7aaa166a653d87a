package dev.heed.ingestion.rota;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a source stands.
 *
 * @param begun when its present or last turn began
 * @param every how long the pause is that it waits in
 * @param group whose limit it shares; null before its first turn ended
 * @param demand the pause that it would like, as counted for its group
 * @param running how far back the present turn looks; null if there is none
 */
record Turn(
        Source source,
        Instant due,
        Instant begun,
        Instant sweepDue,
        Duration every,
        Talk talk,
        int failures,
        boolean pushed,
        Share.@Nullable Group group,
        Duration demand,
        @Nullable Depth running) {

    static Turn first(Source source, Instant due, Instant sweepDue, Talk talk, boolean pushed) {
        return new Turn(source, due, due, sweepDue, Duration.ZERO, talk, 0, pushed, null, Duration.ZERO, null);
    }

    Turn begin(Instant now) {
        Depth depth = sweepDue.isAfter(now) ? Depth.POLL : Depth.SWEEP;
        return new Turn(source, due, now, sweepDue, every, talk, failures, pushed, group, demand, depth);
    }

    Turn seen(Source same, boolean nowPushed) {
        return new Turn(same, due, begun, sweepDue, every, talk, failures, nowPushed, group, demand, running);
    }

    Turn dueAt(Instant at) {
        return new Turn(source, at, begun, sweepDue, every, talk, failures, pushed, group, demand, running);
    }
}
