package dev.heed.routing.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.Envelope;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.MalformedEvent;
import dev.heed.routing.post.EditedPost;
import dev.heed.routing.post.WithdrawnPost;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.testing.Contracts;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every golden example of what ingestion tells, in every version. */
class MentionContractTest {

    static Stream<Contracts.Example> examples() {
        return Stream.of("mention.received.v1", "mention.received.v2")
                .flatMap(type -> Contracts.examples(type).stream());
    }

    private static HeardPost read(JsonNode message) {
        return MentionReceivedV2.post(EnvelopeCodec.decode(message.toString().getBytes(StandardCharsets.UTF_8)));
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

    private static Envelope envelope(Contracts.Example example) {
        return EnvelopeCodec.decode(example.message().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsKnownAroundAPostIsRead() {
        HeardPost read = MentionReceivedV2.post(envelope(full("mention.received.v2")));

        assertThat(read.version()).isEqualTo(new HeardPost.Version("1990000000000000105", read.id(), null));
        assertThat(read.around().author().followers()).isEqualTo(18234);
        assertThat(read.around().author().tier()).isEqualTo("gold");
        assertThat(read.around().media()).hasSize(2);
        assertThat(Objects.requireNonNull(read.around().parent()).text()).startsWith("Two hours");
        assertThat(Objects.requireNonNull(read.around().answerable()).byApi()).isTrue();
        assertThat(read.around().watch()).isEqualTo("gates");
    }

    @Test
    void everyEditIsRead() {
        for (Contracts.Example example : Contracts.examples("mention.edited.v1")) {
            EditedPost read = MentionEditedV1.post(envelope(example));

            JsonNode post = example.message().at("/data/post");
            assertThat(read.id()).isEqualTo(post.get("id").asText());
            assertThat(read.firstId()).isEqualTo(post.get("firstId").asText());
            assertThat(read.text()).isEqualTo(post.get("text").asText());
            assertThat(read.kind()).isEqualTo(post.path("kind").asText(null));
            assertThat(read.answerable() != null)
                    .isEqualTo(example.message().at("/data").has("answerable"));
        }
    }

    @Test
    void everyWithdrawalIsRead() {
        for (Contracts.Example example : Contracts.examples("mention.withdrawn.v1")) {
            WithdrawnPost read = MentionWithdrawnV1.post(envelope(example));

            assertThat(read.id())
                    .isEqualTo(example.message().at("/data/post/id").asText());
            assertThat(read.reason())
                    .isEqualTo(example.message().at("/data/reason").asText());
        }
    }

    @Test
    void everyDirectMessageIsRead() {
        for (Contracts.Example example : Contracts.examples("message.received.v1")) {
            MessageReceivedV1 read = MessageReceivedV1.of(envelope(example));

            assertThat(read.message().text())
                    .isEqualTo(example.message().at("/data/message/text").asText());
        }
    }

    private static Contracts.Example full(String type) {
        return Contracts.examples(type).stream()
                .filter(example -> example.name().equals("full.json"))
                .findFirst()
                .orElseThrow();
    }
}
