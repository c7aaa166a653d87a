package dev.heed.xsim.replay;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.heed.xsim.id.PostId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far a replay has come.
 *
 * @param total customers' rows to be played: played + waiting + pending
 * @param waiting rows whose brand has not yet answered the row before
 * @param pending rows whose time has not come, or that follow one which waits
 * @param unaddressed customers' rows left out: no brand of the file takes part in their thread
 * @param posts what became of the customers' rows
 * @param answered brands' rows whose brand has replied through the API, and the reply
 * @param answers brands' rows that may be answered now
 * @param skipped brands' rows that were called off
 */
public record Progress(
        String id,
        State state,
        int total,
        int played,
        int waiting,
        int pending,
        int unaddressed,
        List<Rejected> rejected,
        Map<String, PostId> posts,
        Map<String, PostId> answered,
        List<Answer> answers,
        List<String> skipped) {

    /** Where a replay stands. */
    public enum State {
        /** Rows are still to come by themselves. */
        PLAYING,
        /** Nothing comes until a brand answers or is skipped. */
        WAITING,
        /** Every row was played. */
        DONE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A brand's row: reply to {@code answersPostId} as {@code brand}, through the API, or skip {@code rowId}. */
    public record Answer(String rowId, String brand, String text, String answersRow, PostId answersPostId) {}
}
