package dev.heed.messaging.inlet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How queues are consumed. */
@ConfigMapping(prefix = "heed.inlet")
interface InletConfig {

    /** The most messages in one transaction. */
    @WithDefault("200")
    int batch();

    /** How long a batch that is not full waits for more. */
    @WithDefault("5ms")
    Duration linger();

    /** Unacknowledged messages that the broker may hand to one inlet: the batch at work and the next. */
    @WithDefault("400")
    int prefetch();

    /** How long the work on a batch may take before it counts as failed. */
    @WithDefault("60s")
    Duration patience();

    /** How often a message that fails alone is tried before it is dead; one that is malformed is tried once. */
    @WithDefault("3")
    int tries();

    /** The longest pause between two attempts while the database is away. */
    @WithDefault("3s")
    Duration retryAtMost();

    /** How long an event is remembered as handled. */
    @WithDefault("P30D")
    Duration remember();
}
