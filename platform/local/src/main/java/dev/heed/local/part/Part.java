package dev.heed.local.part;

import dev.heed.local.Console;
import dev.heed.local.process.Launch;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** One of the things that an installation runs: a database, a broker, a service. */
public interface Part {

    /** Its name on the command line, in pid files and in logs. */
    String name();

    /** Names of the parts that must be healthy before this one is started. */
    default Set<String> needs() {
        return Set.of();
    }

    /** The ports it listens on, by what they are for. */
    Map<String, Integer> ports();

    /** Whatever must be there before the process can start: unpacked software, rendered configuration. Idempotent. */
    default void prepare(Console console) {}

    /** How its process is started. */
    Launch launch();

    /** Whether it serves now. Must answer within a few seconds and never throw. */
    boolean healthy();

    /** Whether the running process is of an older make than what would be started now, and so has to give way. */
    default boolean outdated(long pid) {
        return false;
    }

    /** What has to be done once it serves, such as creating databases. Idempotent; also done for a part found running. */
    default void settle() {}

    /** The signal that makes it end in order. */
    default String farewell() {
        return "TERM";
    }

    /** How long it may take to become healthy on a loaded machine. */
    default Duration patience() {
        return Duration.ofMinutes(4);
    }
}
