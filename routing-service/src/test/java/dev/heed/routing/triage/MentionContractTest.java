package dev.heed.routing.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.MalformedEvent;
import dev.heed.routing.ticket.HeardPost;
import dev.heed.testing.Contracts;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every golden example of a heard mention. */
class MentionContractTest {

    static Stream<Contracts.Example> examples() {
        return Contracts.examples("mention.received.v1").stream();
    }

    private static HeardPost read(JsonNode message) {
        return MentionReceivedV1.post(EnvelopeCodec.decode(message.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRead(Contracts.Example example) {
        JsonNode post = example.message().at("/data/post");

        HeardPost read = read(example.message());

        assertThat(read.id()).isEqualTo(post.get("id").asText());
        assertThat(read.text()).isEqualTo(post.get("text").asText());
        assertThat(read.addressed()).isEqualTo(post.get("addressed").asBoolean());
        assertThat(read.traceparent())
                .contains(example.message().get("traceparent").asText().substring(3, 35));
    }

    @Test
    void anUnknownFieldIsIgnored() {
        ObjectNode message = examples().findFirst().orElseThrow().message().deepCopy();
        ((ObjectNode) message.at("/data/post")).put("mood", "merry");

        assertThat(read(message).id()).isNotEmpty();
    }

    @Test
    void whatWePostedOurselvesIsNoMention() {
        ObjectNode message = examples().findFirst().orElseThrow().message().deepCopy();
        ((ObjectNode) message.at("/data/post"))
                .put("authorId", message.at("/data/account/id").asText());

        assertThatThrownBy(() -> read(message)).isInstanceOf(MalformedEvent.class);
    }
}
