package dev.heed.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RabbitInstanceTest {
    private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum");

    /** Older brokers write a queue's name to disk half a second late, hence traffic for a second before the kill. */
    private static final Duration TRAFFIC = Duration.ofSeconds(1);

    @Test
    void everyConfirmedMessageIsThereAgainAfterTheBrokerWasKilled() throws Exception {
        try (RabbitInstance broker = RabbitInstance.create()) {
            int confirmed = publishUntilKilled(broker);
            assertThatThrownBy(() -> broker.server().connect("/").close()).isInstanceOf(IOException.class);

            broker.start();

            try (Connection connection = broker.server().connect("/");
                    Channel channel = connection.createChannel()) {
                int kept = 0;
                while (channel.basicGet("kept", true) != null) {
                    kept++;
                }
                assertThat(kept).isGreaterThanOrEqualTo(confirmed).isPositive();
            }
        }
    }

    private static int publishUntilKilled(RabbitInstance broker) throws Exception {
        int confirmed = 0;
        try (Connection connection = broker.server().connect("/");
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("kept", true, false, false, QUORUM);
            channel.confirmSelect();
            Instant end = Instant.now().plus(TRAFFIC);
            while (Instant.now().isBefore(end)) {
                channel.basicPublish("", "kept", MessageProperties.PERSISTENT_BASIC, new byte[] {1});
                channel.waitForConfirmsOrDie(20_000);
                confirmed++;
            }
            broker.killHard();
        } catch (IOException | AlreadyClosedException expected) {
            // Closing the connection of a dead broker fails.
        }
        return confirmed;
    }
}
