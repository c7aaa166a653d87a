package dev.heed.local.api;

import java.util.Map;

/**
 * How far the simulator has come with a replay.
 *
 * @param total customers' rows to be played
 * @param waiting rows whose brand has not answered yet
 * @param pending rows whose time has not come, or that follow one which waits
 * @param unaddressed customers' rows left out: no brand of the recording takes part in their thread
 * @param posts row id of the file to id of the post that it became
 */
public record ReplayProgress(
        String state, int total, int waiting, int pending, int unaddressed, Map<String, String> posts) {

    /** A map that is absent is empty. */
    public ReplayProgress {
        posts = posts == null ? Map.of() : Map.copyOf(posts);
    }

    public boolean isFinished() {
        return state.equals("done");
    }
}
