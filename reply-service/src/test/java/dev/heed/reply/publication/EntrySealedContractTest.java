package dev.heed.reply.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.EnvelopeCodec;
import dev.heed.testing.Contracts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published example of what this room hears is understood. */
class EntrySealedContractTest {

    static List<Contracts.Example> examples() {
        return Contracts.examples("entry.sealed.v1");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_read(Contracts.Example example) {
        byte[] body = example.message().toString().getBytes(StandardCharsets.UTF_8);

        SealListener.EntrySealedV1 entry = EnvelopeCodec.decode(body).dataAs(SealListener.EntrySealedV1.class);

        assertThat(entry.kind()).isEqualTo(example.message().at("/data/kind").asText());
    }
}
