package dev.heed.messaging.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the broker is and how it is spoken to; the addresses' defaults are in {@code META-INF/microprofile-config.properties}. */
@ConfigMapping(prefix = "heed.amqp")
public interface BrokerConfig {

    String host();

    int port();

    String user();

    String password();

    String vhost();

    /** Whether exchanges, queues and bindings are declared, or only looked for because somebody else declares them. */
    @WithDefault("true")
    boolean declare();

    /** How long the broker may take for an answer: to connect, to declare, to confirm a message. */
    @WithDefault("5s")
    Duration timeout();

    /** The longest pause between two attempts to reach the broker. */
    @WithDefault("3s")
    Duration retryAtMost();
}
