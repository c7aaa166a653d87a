package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heed.messaging.MalformedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryBytesTest {

    @Test
    void are_these_and_no_others() {
        UUID event = UUID.fromString("01938f00-0000-7000-8000-000000000001");
        ObjectNode body = UnsealedFixture.body("Sorry, we are on it ☕").put("attempt", 1);
        Unsealed facts = UnsealedFixture.of(Kind.RESPONSE, event, "r-1", "9001", body);

        String written = new String(EntryBytes.of(facts, UnsealedFixture.NOW), StandardCharsets.UTF_8);

        assertThat(written)
                .isEqualTo("{\"account\":\"1001\",\"author\":\"agent\","
                        + "\"body\":{\"attempt\":1,\"text\":\"Sorry, we are on it ☕\","
                        + "\"textSha256\":\"sha-of-Sorry, we are on it ☕\"},"
                        + "\"form\":1,\"kind\":\"response\",\"occurredAt\":\"2026-11-21T10:15:30Z\",\"postId\":\"9001\","
                        + "\"replyId\":\"r-1\",\"sealedAt\":\"2026-11-21T10:15:31.250Z\","
                        + "\"source\":{\"event\":\"01938f00-0000-7000-8000-000000000001\",\"from\":\"/heed/reply\","
                        + "\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\","
                        + "\"type\":\"reply.published.v1\"},\"ticketId\":\"t-1\"}");
    }

    @Test
    void give_what_is_too_long_by_its_hash() throws IOException {
        String text = "ä".repeat(40_000);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

        byte[] bytes = EntryBytes.of(UnsealedFixture.intent("r-1", text), UnsealedFixture.NOW);

        JsonNode omitted = new ObjectMapper().readTree(bytes).at("/body/text/omitted");
        assertThat(bytes.length).isLessThan(EntryBytes.LIMIT);
        assertThat(omitted.path("bytes").asInt()).isEqualTo(utf8.length);
        assertThat(omitted.path("sha256").asText()).isEqualTo(EntryBytes.sha256(utf8));
    }

    @Test
    void cannot_be_had_of_what_fits_by_no_means() {
        Unsealed facts = UnsealedFixture.intent("r".repeat(70_000), "short");

        assertThatThrownBy(() -> EntryBytes.of(facts, UnsealedFixture.NOW))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("does not fit");
    }
}
