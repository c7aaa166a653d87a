package dev.heed.ingestion.cursor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far back walks go. */
@ConfigMapping(prefix = "heed.ingestion")
interface ListeningConfig {

    /** How far a poll goes back behind what was heard: X's ids are in order only roughly, and posts show up late. */
    @WithDefault("2m")
    Duration overlap();

    /** How far a sweep goes back. */
    @WithDefault("1h")
    Duration sweepOverlap();

    /** How often to search for an account's handle, for plain quotes and for mentions that its timeline lost; zero: never. */
    @WithDefault("15m")
    Duration searchInterval();

    /** How far the first walk of a new account goes back; X shows at most the newest 800 posts. */
    @WithDefault("7d")
    Duration firstLookBack();
}
