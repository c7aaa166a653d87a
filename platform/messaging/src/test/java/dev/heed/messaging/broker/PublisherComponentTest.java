package dev.heed.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.MessageProperties;
import dev.heed.testing.RabbitServer;
import dev.heed.testing.SharedParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherComponentTest {

    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);

    private final RabbitServer rabbit = SharedParts.rabbit();
    private final String vhost = "publisher_" + UUID.randomUUID();
    private @Nullable Broker broker;

    @BeforeEach
    void createVhost() {
        rabbit.createVhost(vhost);
    }

    @AfterEach
    void deleteVhost() {
        Objects.requireNonNull(broker).stop();
        rabbit.deleteVhost(vhost);
    }

    @Test
    void a_message_that_reaches_no_queue_is_refused_though_the_broker_confirms_it() throws Exception {
        Publisher publisher = linkBy(GivenBroker.of(rabbit, vhost)).openPublisher();

        var nowhere = publisher.publish("", "no.such.queue", properties(), BODY);
        var somewhere = publisher.publish("", "heed.unrouted", properties(), BODY);

        assertThatThrownBy(() -> nowhere.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RefusedByBroker.class)
                .hasMessageContaining("NO_ROUTE");
        assertThat(somewhere.get(20, TimeUnit.SECONDS)).isNull();
        assertThat(publisher.isOpen()).isTrue();
    }

    @Test
    void a_confirm_that_does_not_come_in_time_is_unclear_and_ends_the_link() throws Exception {
        try (StallingProxy proxy = new StallingProxy(rabbit.port())) {
            GivenBroker silent = GivenBroker.of(rabbit, vhost).through(proxy.port(), Duration.ofSeconds(4));
            BrokerLink link = linkBy(silent);
            Publisher publisher = link.openPublisher();
            publisher.publish("", "heed.unrouted", properties(), BODY).get(20, TimeUnit.SECONDS);

            proxy.stall();
            var unheard = publisher.publish("", "heed.unrouted", properties(), BODY);

            assertThatThrownBy(() -> unheard.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
            assertThat(link.isOpen()).isFalse();
            assertThat(publisher.isOpen()).isFalse();
        }
    }

    private BrokerLink linkBy(BrokerConfig config) throws InterruptedException {
        broker = new Broker(config, "test", Topology.shipped());
        broker.start();
        return Objects.requireNonNull(broker.awaitLink(30_000));
    }

    private static AMQP.BasicProperties properties() {
        return MessageProperties.MINIMAL_PERSISTENT_BASIC
                .builder()
                .messageId(UUID.randomUUID().toString())
                .build();
    }
}
