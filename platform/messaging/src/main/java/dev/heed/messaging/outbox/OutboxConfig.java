package dev.heed.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "heed.outbox")
interface OutboxConfig {

    /** The most messages that are under way to the broker at a time. */
    @WithDefault("500")
    int window();

    /**
     * The most events that are read, sent and deleted in one transaction. While the database works nothing is under way to
     * the broker, so this is a few windows; all of them are in memory, and are sent again after a crash.
     */
    @WithDefault("2000")
    int batch();

    /** How often the relay looks by itself; the net under the wake-up after a commit. */
    @WithDefault("250ms")
    Duration poll();

    /** The longest time that a refused message, and what follows it under its subject, is held back. */
    @WithDefault("60s")
    Duration holdAtMost();
}
