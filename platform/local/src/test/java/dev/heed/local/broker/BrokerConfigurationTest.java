package dev.heed.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.local.HeedFailure;
import dev.heed.local.HomeFixture;
import dev.heed.local.home.Home;
import dev.heed.local.home.Secrets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void listensOnLoopbackOnly() {
        Home home = HomeFixture.beside(folder);
        RabbitMq rabbit = new RabbitMq(home, Secrets.of(home));

        assertThat(rabbit.configuration())
                .contains("listeners.tcp.1 = 127.0.0.1:7673")
                .contains("management.tcp.ip = 127.0.0.1")
                .contains("default_pass = " + rabbit.broker().password())
                .doesNotContain("@{");
    }

    @Test
    void readsAnExistingBrokersUrl() {
        assertThat(Broker.parse("amqp://me:p%40ss@mq.example:5679/heed"))
                .isEqualTo(new Broker("mq.example", 5679, "me", "p@ss", "heed"));
        assertThat(Broker.parse("amqp://me:pass@mq.example"))
                .isEqualTo(new Broker("mq.example", 5672, "me", "pass", "/"));
    }

    @Test
    void saysWhatAUrlShouldLookLike() {
        assertThatThrownBy(() -> Broker.parse("http://mq.example"))
                .isInstanceOf(HeedFailure.class)
                .hasMessageContaining("amqp://user:password@host");
    }
}
