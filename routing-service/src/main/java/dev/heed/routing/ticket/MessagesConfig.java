package dev.heed.routing.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what was said in private is kept. */
@ConfigMapping(prefix = "heed.routing")
interface MessagesConfig {

    /** From the last change of a ticket that is over (HEED_ROUTING_MESSAGES_KEPT). */
    @WithDefault("30D")
    Duration messagesKept();
}
