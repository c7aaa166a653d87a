package dev.heed.reply.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.testing.Contracts;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published example of what this room hears is understood. */
class TicketEventContractTest {

    static Stream<Contracts.Example> examples() {
        return Stream.of("opened", "mentioned", "assigned", "claimed", "released", "answered", "resolved", "reopened")
                .flatMap(step -> Contracts.examples("ticket." + step + ".v1").stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_read(Contracts.Example example) {
        Envelope event = EnvelopeCodec.decode(example.message().toString().getBytes(StandardCharsets.UTF_8));

        Conversation conversation = event.dataAs(TicketEventV1.class).asConversation(event.traceparent());

        assertThat(conversation.ticketId()).isEqualTo(event.subject());
        assertThat(conversation.version())
                .isEqualTo(example.message().at("/data/ticket/version").asLong());
        assertThat(conversation.owner())
                .isEqualTo(example.message().at("/data/ticket/owner").asText(null));
        assertThat(conversation.holds(conversation.latestPostId())).isTrue();
    }
}
