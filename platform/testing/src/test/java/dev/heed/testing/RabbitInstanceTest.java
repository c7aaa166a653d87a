package dev.heed.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RabbitInstanceTest {

    @Test
    void aConfirmedMessageIsThereAgainAfterTheBrokerWasKilled() throws Exception {
        try (RabbitInstance broker = RabbitInstance.create()) {
            try (Connection connection = broker.server().connect("/");
                    Channel channel = connection.createChannel()) {
                channel.queueDeclare("kept", true, false, false, Map.of("x-queue-type", "quorum"));
                channel.confirmSelect();
                channel.basicPublish("", "kept", MessageProperties.PERSISTENT_BASIC, new byte[] {1});
                channel.waitForConfirmsOrDie(20_000);
                broker.killHard();
            } catch (IOException | AlreadyClosedException expected) {
                // Closing the connection of a dead broker fails.
            }
            assertThatThrownBy(() -> broker.server().connect("/").close()).isInstanceOf(IOException.class);

            broker.start();

            try (Connection connection = broker.server().connect("/");
                    Channel channel = connection.createChannel()) {
                assertThat(channel.basicGet("kept", true).getBody()).containsExactly(1);
            }
        }
    }
}
