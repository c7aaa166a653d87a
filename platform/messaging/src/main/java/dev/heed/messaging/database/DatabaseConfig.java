package dev.heed.messaging.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the database may keep silent. */
@ConfigMapping(prefix = "heed.database")
public interface DatabaseConfig {

    /**
     * A connection over which the database says nothing for so long is given up, and what was asked over it fails; longer than
     * any statement takes. At least 2 s.
     */
    @WithDefault("2m")
    Duration silence();
}
