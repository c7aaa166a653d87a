package dev.heed.local.demo;

import java.time.Instant;
import java.util.List;

/**
 * One step of a mention's way.
 *
 * @param who the part that did it
 * @param lines what happened, the first line being the step itself
 */
record Step(Instant at, String who, List<String> lines) {

    Step {
        lines = List.copyOf(lines);
    }

    static Step of(Instant at, String who, String... lines) {
        return new Step(at, who, List.of(lines));
    }
}
