package dev.heed.ingestion.cursor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How accounts are listened for. */
@ConfigMapping(prefix = "heed.ingestion")
interface ListeningConfig {

    /** Whether this process polls at all. */
    @WithDefault("true")
    boolean polling();

    /** The shortest time between two polls of one account; X's limits may make it longer. */
    @WithDefault("2s")
    Duration pollInterval();

    /** How far a poll goes back behind what was heard: X's ids are in order only roughly, and posts show up late. */
    @WithDefault("2m")
    Duration overlap();

    /** How often to look again further back. */
    @WithDefault("15m")
    Duration sweepInterval();

    /** How far a sweep goes back. */
    @WithDefault("1h")
    Duration sweepOverlap();

    /** How far the first walk of a new account goes back; X shows at most the newest 800 posts. */
    @WithDefault("7d")
    Duration firstLookBack();

    /** How long a poller that falls silent keeps its account from the others. */
    @WithDefault("15s")
    Duration lease();
}
