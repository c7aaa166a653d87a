package dev.heed.k8s.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.k8s.check.GoodFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerTopologyTest {

    private static final String DECLARED = """
            {"exchanges": [{"name": "heed", "type": "topic", "durable": true, "auto_delete": false,
                "arguments": {"alternate-exchange": "heed.unrouted"}}],
             "queues": [{"name": "audit.tickets", "durable": true, "auto_delete": false, "arguments": {"x-queue-type": "quorum",
                "x-delivery-limit": 5, "x-dead-letter-exchange": "heed.dead", "x-dead-letter-routing-key": "audit.tickets",
                "x-dead-letter-strategy": "at-least-once", "x-overflow": "reject-publish"}}],
             "bindings": [{"source": "heed", "destination": "audit.tickets", "destination_type": "queue",
                "routing_key": "ticket.#", "arguments": {}}]}
            """;

    @Test
    void the_same_topology_is_the_same() throws JsonProcessingException {
        assertThat(topology(DECLARED).broken(GoodFixture.manifests())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Queue/audit-tickets   | /spec/arguments/x-delivery-limit     | 6
            Queue/audit-tickets   | /spec/type                           | "classic"
            Queue/audit-tickets   | /spec/durable                        | false
            Binding/audit-tickets | /spec/routingKey                     | "ticket.opened.*"
            Exchange/heed         | /spec/arguments/alternate-exchange   | "none"
            Exchange/heed         | /spec/type                           | "fanout"
            """)
    void a_difference_is_named_from_both_sides(String object, String pointer, String json)
            throws JsonProcessingException {
        List<String> broken = topology(DECLARED).broken(GoodFixture.with(object, pointer, json));

        assertThat(broken).hasSize(2);
        assertThat(broken.getFirst()).startsWith("only in the manifests: ");
        assertThat(broken.getLast()).startsWith("only in topology.json: ");
    }

    @Test
    void a_queue_that_nobody_made_is_named() throws JsonProcessingException {
        assertThat(topology(DECLARED).broken(GoodFixture.without("Queue/audit-tickets")))
                .singleElement()
                .asString()
                .startsWith("only in topology.json: queue audit.tickets");
    }

    private static BrokerTopology topology(String json) throws JsonProcessingException {
        return new BrokerTopology(new ObjectMapper().readTree(json));
    }
}
