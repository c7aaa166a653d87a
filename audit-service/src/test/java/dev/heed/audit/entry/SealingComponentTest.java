package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heed.audit.EventFixture;
import dev.heed.audit.Log;
import dev.heed.audit.Parts;
import dev.heed.messaging.UuidV7;
import dev.heed.testing.Contracts;
import dev.heed.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the queue to the log, over the real broker and the real database. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "audit"))
class SealingComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String reply = "r-" + UUID.randomUUID();
    private Parts parts;

    @BeforeEach
    void connect() throws IOException, TimeoutException {
        parts = new Parts();
    }

    @AfterEach
    void disconnect() throws IOException {
        parts.close();
    }

    @Test
    void a_reply_is_recorded_from_intent_to_response() {
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "We are on it."));
        parts.publish("reply.published.v1", EventFixture.published(UuidV7.next(), reply, post(), "We are on it."));

        List<Map<String, Object>> entries = Log.awaitEntriesOf(reply, 2);

        assertThat(entries).extracting(entry -> entry.get("kind")).containsExactly("response", "intent");
        assertThat(entries.getFirst())
                .containsEntry("author", "agent")
                .containsEntry("ticketId", "t-" + reply)
                .containsEntry("postId", post())
                .containsEntry("occurredAt", "2026-11-21T10:15:32Z")
                .containsEntry("traceId", EventFixture.TRACE_ID);
        assertThat(entries.getFirst().get("body"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("text", "We are on it.")
                .containsEntry("inReplyTo", "5001");
    }

    @Test
    void a_step_of_a_ticket_keeps_of_the_customer_the_id_alone() {
        String ticket = "t-" + UUID.randomUUID();
        parts.publish("ticket.opened.v1", EventFixture.ticket("ticket.opened.v1", ticket, 1));
        parts.publish("ticket.claimed.v1", EventFixture.ticket("ticket.claimed.v1", ticket, 2));

        List<Map<String, Object>> entries =
                await().atMost(PATIENCE).until(() -> Log.entries("ticket", ticket), found -> found.size() == 2);

        assertThat(entries).extracting(entry -> entry.get("kind")).containsOnly("ticket");
        assertThat(entries.toString())
                .contains("2002", "unhappy-customer", "claimed")
                .doesNotContain("jo_private", "Jo Private");
    }

    @Test
    void a_finding_is_recorded() {
        String account = Long.toString(ThreadLocalRandom.current().nextLong(1, 1_000_000_000_000L));
        String finding = Contracts.examples("finding.raised.v1")
                .getFirst()
                .message()
                .toString()
                .replace("1400000000000000001", account)
                .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + UuidV7.next() + "\"");
        parts.publish("finding.raised.v1", finding);

        List<Map<String, Object>> entries =
                await().atMost(PATIENCE).until(() -> Log.entries("account", account), found -> found.size() == 1);

        assertThat(entries.getFirst()).containsEntry("kind", "finding");
        assertThat(entries.toString()).contains("severity=high", "X searches seven days back only");
    }

    @Test
    void a_refusal_is_recorded_with_its_reason() {
        parts.publish("reply.refused.v1", EventFixture.refused(reply, "Hello"));

        assertThat(Log.awaitEntriesOf(reply, 1).toString()).contains("kind=refusal", "reason=NOT_SUMMONED");
    }

    @Test
    void an_event_delivered_again_leaves_one_entry() throws SQLException {
        UUID event = UuidV7.next();
        parts.publish("reply.published.v1", EventFixture.published(event, reply, post(), "Once."));
        Log.awaitEntriesOf(reply, 1);

        parts.publish("reply.published.v1", EventFixture.published(event, reply, post(), "Once."));
        parts.asService("delete from inbox where event_id = '" + event + "'");
        parts.publish("reply.published.v1", EventFixture.published(event, reply, post(), "Once."));
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "the last of the queue"));

        assertThat(Log.awaitEntriesOf(reply, 2))
                .extracting(entry -> entry.get("kind"))
                .containsExactly("intent", "response");
    }

    @Test
    void a_second_other_publication_of_a_reply_is_recorded_as_a_conflict() {
        parts.publish("reply.published.v1", EventFixture.published(UuidV7.next(), reply, post(), "One."));
        parts.publish("reply.published.v1", EventFixture.published(UuidV7.next(), reply, post() + "2", "Two."));

        assertThat(Log.awaitEntriesOf(reply, 2))
                .extracting(entry -> entry.get("kind"))
                .containsExactly("conflict", "response");
    }

    @Test
    void what_cannot_be_used_is_laid_aside_with_its_reason_and_the_rest_goes_on() {
        String wrongHash = EventFixture.envelope(
                UuidV7.next(),
                "reply.intended.v1",
                reply,
                EventFixture.reply(reply, "a").put("text", "b"));
        String withoutText = EventFixture.envelope(
                UuidV7.next(),
                "reply.intended.v1",
                reply,
                EventFixture.reply(reply, "a").without("text"));
        parts.publish("reply.intended.v1", "no JSON");
        parts.publish("reply.intended.v1", wrongHash);
        parts.publish("reply.intended.v1", withoutText);
        parts.publish(
                "reply.dreamt.v1",
                EventFixture.envelope(UuidV7.next(), "reply.dreamt.v1", reply, EventFixture.reply(reply, "a")));
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "good"));

        assertThat(Log.awaitEntriesOf(reply, 1)).hasSize(1);
        List<Parts.Message> dead = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            dead.addAll(parts.take("audit.replies.dead"));
            return dead.size() >= 4;
        });
        assertThat(dead)
                .extracting(message -> message.header("x-heed-reason"))
                .anyMatch(reason -> reason.contains("not JSON"))
                .anyMatch(reason -> reason.contains("textSha256"))
                .anyMatch(reason -> reason.contains("data.text is missing"))
                .anyMatch(reason -> reason.contains("does not know reply.dreamt.v1"));
    }

    @Test
    void what_was_sealed_is_told_in_the_same_trace() throws IOException {
        String heard = parts.listenTo("entry.sealed.*");
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "Told."));

        Map<String, Object> entry = Log.awaitEntriesOf(reply, 1).getFirst();
        List<JsonNode> told = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            parts.take(heard).forEach(message -> told.add(json(message.body())));
            return told.stream()
                    .anyMatch(event -> event.at("/data/replyId").asText().equals(reply));
        });

        JsonNode event = told.stream()
                .filter(one -> one.at("/data/replyId").asText().equals(reply))
                .findFirst()
                .orElseThrow();
        assertThat(Contracts.violations("entry.sealed.v1", event)).isEmpty();
        assertThat(event.path("traceparent").asText()).contains(EventFixture.TRACE_ID);
        assertThat(event.path("subject").asText()).isEqualTo(reply);
        assertThat(event.at("/data/index").asInt()).isEqualTo(entry.get("index"));
        assertThat(event.at("/data/leafHash").asText()).isEqualTo(entry.get("leafHash"));
    }

    private String post() {
        return "9" + Integer.toUnsignedString(reply.hashCode());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
