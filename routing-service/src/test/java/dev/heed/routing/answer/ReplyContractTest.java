package dev.heed.routing.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.Envelope;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.testing.Contracts;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every golden example of what became of a reply. */
class ReplyContractTest {

    static Stream<Contracts.Example> published() {
        return Contracts.examples("reply.published.v1").stream();
    }

    static Stream<Contracts.Example> refused() {
        return Contracts.examples("reply.refused.v1").stream();
    }

    private static Envelope decode(Contracts.Example example) {
        return EnvelopeCodec.decode(example.message().toString().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyPublishedReplyIsRead(Contracts.Example example) {
        var read = decode(example).dataAs(ReplyPublishedV1.class);

        assertThat(read.reply().postId())
                .isEqualTo(example.message().at("/data/postId").asText());
        assertThat(read.reply().publishedAt().toString())
                .isEqualTo(example.message().at("/data/publishedAt").asText());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everyRefusedReplyIsRead(Contracts.Example example) {
        var read = decode(example).dataAs(ReplyRefusedV1.class);

        assertThat(read.why()).contains(example.message().at("/data/reason").asText(), read.author());
    }
}
