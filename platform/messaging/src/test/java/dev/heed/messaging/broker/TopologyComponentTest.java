package dev.heed.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.heed.messaging.Eventually;
import dev.heed.testing.RabbitServer;
import dev.heed.testing.SharedParts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopologyComponentTest {

    private final RabbitServer rabbit = SharedParts.rabbit();
    private final String vhost = "topology_" + UUID.randomUUID();

    @BeforeEach
    void createVhost() {
        rabbit.createVhost(vhost);
    }

    @AfterEach
    void deleteVhost() {
        rabbit.deleteVhost(vhost);
    }

    @Test
    void everything_is_declared_and_declaring_again_changes_nothing() throws Exception {
        try (Connection connection = rabbit.connect(vhost)) {
            new TopologyDeclaration(Topology.shipped(), true).applyTo(connection);
            new TopologyDeclaration(Topology.shipped(), true).applyTo(connection);
            new TopologyDeclaration(Topology.shipped(), false).applyTo(connection);
        }

        assertThat(rabbit.management("GET", "/api/queues/" + vhost, "").body())
                .contains("\"routing.mentions\"", "\"routing.mentions.dead\"", "\"heed.unrouted\"");
    }

    @Test
    void a_queue_of_another_kind_is_named_loudly_and_once_it_is_gone_all_is_well() throws Exception {
        try (Connection connection = rabbit.connect(vhost);
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("routing.mentions", true, false, false, Map.of("x-queue-type", "classic"));
            Broker broker = new Broker(config(true), "test", Topology.shipped());
            broker.start();

            Eventually.assertThat(() -> assertThat(broker.state())
                    .isInstanceOfSatisfying(
                            BrokerState.Mismatched.class,
                            wrong -> assertThat(wrong.what()).contains("queue routing.mentions", "inequivalent arg")));
            assertThat(new BrokerReadiness(broker).call().getStatus().name()).isEqualTo("DOWN");
            assertThat(broker.link()).isNull();

            channel.queueDelete("routing.mentions");
            assertThat(broker.awaitLink(30_000)).isNotNull();
            assertThat(new BrokerReadiness(broker).call().getStatus().name()).isEqualTo("UP");
            broker.stop();
        }
    }

    @Test
    void an_exchange_that_would_lose_unroutable_messages_is_a_mismatch() throws Exception {
        try (Connection connection = rabbit.connect(vhost);
                Channel channel = connection.createChannel()) {
            channel.exchangeDeclare("heed", "topic", true);

            assertMismatch(true, "alternate-exchange");
        }
    }

    @Test
    void where_others_declare_a_missing_queue_is_a_mismatch_and_nothing_is_made() throws Exception {
        assertMismatch(false, "no exchange 'heed'");

        assertThat(rabbit.management("GET", "/api/queues/" + vhost, "").body()).isEqualTo("[]");
    }

    @Test
    void without_a_broker_the_state_says_so_and_nothing_fails() throws Exception {
        rabbit.deleteVhost(vhost);
        Broker broker = new Broker(config(true), "test", Topology.shipped());
        broker.start();

        Eventually.assertThat(() -> assertThat(broker.state())
                .isInstanceOfSatisfying(
                        BrokerState.Away.class, away -> assertThat(away.why()).isNotEqualTo("not tried yet")));
        rabbit.createVhost(vhost);

        assertThat(broker.awaitLink(30_000)).isNotNull();
        broker.stop();
    }

    @Test
    void a_message_that_ends_its_consumer_again_and_again_is_given_up_by_the_broker_and_kept() throws Exception {
        try (Connection connection = rabbit.connect(vhost);
                Channel channel = connection.createChannel()) {
            new TopologyDeclaration(Topology.shipped(), true).applyTo(connection);
            channel.basicPublish(
                    "",
                    "reply.seals",
                    MessageProperties.MINIMAL_PERSISTENT_BASIC,
                    "kills".getBytes(StandardCharsets.UTF_8));

            Eventually.assertThat(() -> {
                GetResponse taken = channel.basicGet("reply.seals", false);
                if (taken != null) {
                    channel.basicNack(taken.getEnvelope().getDeliveryTag(), false, true);
                }
                assertThat(channel.messageCount("reply.seals.dead")).isEqualTo(1);
            });

            GetResponse dead = Objects.requireNonNull(channel.basicGet("reply.seals.dead", true));
            assertThat(dead.getProps().getHeaders()).containsKey("x-death");
        }
    }

    private void assertMismatch(boolean declare, String what) throws Exception {
        Broker broker = new Broker(config(declare), "test", Topology.shipped());
        broker.start();
        Eventually.assertThat(() -> assertThat(broker.state())
                .isInstanceOfSatisfying(
                        BrokerState.Mismatched.class,
                        wrong -> assertThat(wrong.what()).contains(what)));
        broker.stop();
    }

    private BrokerConfig config(boolean declare) {
        GivenBroker given = GivenBroker.of(rabbit, vhost);
        return declare ? given : given.declaredByOthers();
    }
}
