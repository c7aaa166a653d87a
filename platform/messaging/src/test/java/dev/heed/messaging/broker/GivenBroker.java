package dev.heed.messaging.broker;

import dev.heed.testing.RabbitServer;
import java.time.Duration;

/** The address of a test's broker. */
record GivenBroker(String host, int port, String user, String password, String vhost, boolean declare, Duration timeout)
        implements BrokerConfig {

    static GivenBroker of(RabbitServer server, String vhost) {
        return new GivenBroker(
                server.host(), server.port(), server.user(), server.password(), vhost, true, Duration.ofSeconds(10));
    }

    GivenBroker through(int otherPort, Duration otherTimeout) {
        return new GivenBroker(host, otherPort, user, password, vhost, declare, otherTimeout);
    }

    GivenBroker declaredByOthers() {
        return new GivenBroker(host, port, user, password, vhost, false, timeout);
    }

    @Override
    public Duration retryAtMost() {
        return Duration.ofMillis(200);
    }
}
