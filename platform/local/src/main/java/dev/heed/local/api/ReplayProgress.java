package dev.heed.local.api;

import java.util.Map;

/**
 * How far the simulator has come with a replay.
 *
 * @param posts row id of the file to id of the post that it became
 */
public record ReplayProgress(String state, int played, int waiting, Map<String, String> posts) {

    /** A map that is absent is empty. */
    public ReplayProgress {
        posts = posts == null ? Map.of() : Map.copyOf(posts);
    }

    public boolean isFinished() {
        return !state.equals("running");
    }
}
