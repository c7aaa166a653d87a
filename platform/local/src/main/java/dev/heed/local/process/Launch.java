package dev.heed.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be.
 *
 * @param command program and arguments; the program must not put itself into the background
 * @param environment added to the caller's own
 * @param directory where it runs
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

    /** Copies what it is given. */
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
