package dev.heed.ingestion.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are listened to. Public only because the generated configuration class lives in another class loader. */
@ConfigMapping(prefix = "heed.ingestion.messages")
public interface MessagesConfig {

    /** The shortest time between two looks, unless X tells that there is something: X allows 15 calls in 15 minutes, and bills for each message shown. */
    @WithDefault("90s")
    Duration interval();

    /**
     * How far the first walk of an account goes back; X goes back 30 days at most. Older messages are not heard by later
     * walks either: where the first one began is kept.
     */
    @WithDefault("7d")
    Duration firstLookBack();
}
