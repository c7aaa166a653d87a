package dev.heed.ingestion.rota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Whether, and how often, sources have their turns. */
@ConfigMapping(prefix = "heed.ingestion")
public interface RotaConfig {

    /** Whether this process listens at all. */
    @WithDefault("true")
    boolean polling();

    /** The shortest time between two turns of one source; X's limits may make it longer. */
    @WithDefault("2s")
    Duration pollInterval();

    /** The longest while nobody writes, by day. */
    @WithDefault("60s")
    Duration quietInterval();

    /** The longest while nobody writes, by night. */
    @WithDefault("5m")
    Duration nightInterval();

    /** As in {@code 22:00-06:00}; absent: no night. */
    Optional<String> night();

    /** Where it is night. */
    @WithDefault("UTC")
    ZoneId zone();

    /** How often to look again further back. */
    @WithDefault("15m")
    Duration sweepInterval();

    /** How long a process that falls silent keeps its sources from the others. */
    @WithDefault("15s")
    Duration lease();

    /**
     * When a turn is given up that has no end: longer than the hundred pages of the longest walk take where X takes its whole
     * time (10 s) for each, after each stood in line for as long as a call may (15 s).
     */
    @WithDefault("45m")
    Duration longestTurn();
}
