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
        Stream<String> both = Stream.of(
                        "opened", "mentioned", "assigned", "claimed", "released", "answered", "resolved", "reopened")
                .flatMap(step -> Stream.of("ticket." + step + ".v1", "ticket." + step + ".v2"));
        return Stream.concat(both, Stream.of("ticket.messaged.v1", "ticket.edited.v1", "ticket.withdrawn.v1"))
                .flatMap(type -> Contracts.examples(type).stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_read(Contracts.Example example) {
        Envelope event = EnvelopeCodec.decode(example.message().toString().getBytes(StandardCharsets.UTF_8));

        Conversation conversation = event.dataAs(TicketEventV2.class).asConversation(event.traceparent());

        assertThat(conversation.ticketId()).isEqualTo(event.subject());
        assertThat(conversation.version())
                .isEqualTo(example.message().at("/data/ticket/version").asLong());
        assertThat(conversation.owner())
                .isEqualTo(example.message().at("/data/ticket/owner").asText(null));
        assertThat(conversation.latestPostId())
                .isEqualTo(example.message().at("/data/ticket/latestPostId").asText(null));
        example.message()
                .at("/data/ticket/messageIds")
                .forEach(id -> assertThat(conversation.isPrivate(id.asText())).isTrue());
        example.message()
                .at("/data/ticket/withdrawnPostIds")
                .forEach(id -> assertThat(conversation.isWithdrawn(id.asText())).isTrue());
    }
}
