package dev.heed.ingestion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.testing.OddJson;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever is delivered can be kept: it has a key, a type, and where it cannot be read, a reason. */
class DeliveryPropertyTest {

    private static final String MENTION = """
            {"data":{"event_type":"post.mention.create","event_uuid":"2001","filter":{"user_id":"4711"},"tag":"heed",
            "payload":{"id":"1990000000000000001","author_id":"77","text":"@acme help","created_at":"2026-11-01T10:00:00Z",
            "conversation_id":"1990000000000000001","referenced_posts":[{"type":"quoted","id":"12"}],
            "edit_history_post_ids":["1990000000000000001"]},"includes":{"users":[{"id":"77","username":"bob","name":"Bob"}]}}}
            """;

    @Test
    void aMentionIsKeptUnderXsIdOfTheEvent() {
        Delivery delivery = Delivery.of(MENTION.getBytes(StandardCharsets.UTF_8));
        assertThat(delivery.key()).isEqualTo("2001");
        assertThat(delivery.type()).isEqualTo("post.mention.create");
        assertThat(delivery.account()).isEqualTo("4711");
        assertThat(delivery.postId()).isEqualTo("1990000000000000001");
        assertThat(delivery.unreadable()).isNull();
        assertThat(delivery.toString()).doesNotContain("help");
    }

    @Property(tries = 500)
    void anyBytesCanBeKept(@ForAll byte[] bytes) {
        canBeKept(Delivery.of(bytes));
    }

    @Property(tries = 500)
    void anyCutOrChangeOfARealOneCanBeKept(
            @ForAll @IntRange(min = 0, max = 600) int at, @ForAll byte put, @ForAll boolean cut) {
        byte[] bytes = MENTION.getBytes(StandardCharsets.UTF_8);
        int where = Math.min(at, bytes.length - 1);
        bytes[where] = put;
        canBeKept(Delivery.of(cut ? Arrays.copyOf(bytes, where) : bytes));
    }

    @Property(tries = 3000)
    void anyRealOneWithSomethingOddInItCanBeKept(@ForAll @IntRange(max = 2) int which, @ForAll long seed) {
        JsonObject said = Deliver.published("1990000000000000001", "4711", "hi");
        String real = List.of(
                        MENTION,
                        Deliver.activity("dm.received", "4711", said).encode(),
                        Deliver.activity("dm.received", "4711", Deliver.message("1990000000000000001", "hi"))
                                .encode())
                .get(which);
        canBeKept(Delivery.of(OddJson.of(real, new Random(seed)).getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 1000)
    void anyJsonWithTheRightNamesAndTheWrongThingsCanBeKept(@ForAll("json") String json) {
        canBeKept(Delivery.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void deepOrHugeNonsenseCanBeKept() {
        canBeKept(Delivery.of("[".repeat(500_000).getBytes(StandardCharsets.UTF_8)));
        canBeKept(Delivery.of(("{\"data\":" + "9".repeat(500_000) + "}").getBytes(StandardCharsets.UTF_8)));
        canBeKept(Delivery.of(
                "{\"data\":{\"event_uuid\":\"\\u0000'\",\"event_type\":\"a b\"}}".getBytes(StandardCharsets.UTF_8)));
    }

    private static void canBeKept(Delivery delivery) {
        assertThat(delivery.key()).matches("[A-Za-z0-9._:-]{1,100}");
        assertThat(delivery.type()).matches("[A-Za-z0-9._:-]{1,100}");
        if (delivery.account() != null) {
            assertThat(delivery.account()).matches("[0-9]{1,19}");
        }
        if (delivery.postId() != null) {
            assertThat(delivery.postId()).matches("[0-9]{1,19}");
        }
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> thing = Arbitraries.of(
                "null",
                "1",
                "-1e999",
                "true",
                "\"\"",
                "\"77\"",
                "[]",
                "{}",
                "[null]",
                "[{}]",
                "\"\\ud800\"",
                "{\"id\":{}}",
                "{\"user_id\":[]}",
                "\"post.mention.create\"",
                "\"dm.received\"",
                "\"post.delete\"",
                "{\"id\":\"5\",\"author_id\":\"6\",\"sender_id\":\"7\",\"text\":null}",
                "{\"id\":\"99999999999999999999999\"}",
                "{\"users\":{\"id\":1}}",
                "{\"users\":[{\"id\":\"77\",\"username\":5}]}");
        return Combinators.combine(thing, thing, thing, thing, thing)
                .as((type, uuid, filter, payload, includes) ->
                        "{\"data\":{\"event_type\":%s,\"event_uuid\":%s,\"filter\":%s,\"payload\":%s,\"includes\":%s}}"
                                .formatted(type, uuid, filter, payload, includes));
    }
}
