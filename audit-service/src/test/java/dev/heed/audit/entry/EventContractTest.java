package dev.heed.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.messaging.Envelope;
import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.UuidV7;
import dev.heed.testing.Contracts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log reads every published example of what it records, and what it tells keeps its contract. */
class EventContractTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket.opened.v1",
                "ticket.mentioned.v1",
                "ticket.assigned.v1",
                "ticket.claimed.v1",
                "ticket.released.v1",
                "ticket.answered.v1",
                "ticket.resolved.v1",
                "ticket.reopened.v1",
                "ticket.opened.v2",
                "ticket.mentioned.v2",
                "ticket.assigned.v2",
                "ticket.claimed.v2",
                "ticket.released.v2",
                "ticket.answered.v2",
                "ticket.resolved.v2",
                "ticket.reopened.v2",
                "ticket.messaged.v1",
                "ticket.edited.v1",
                "ticket.withdrawn.v1"
            })
    void every_example_of_a_step_can_be_recorded(String type) {
        assertEachIsRecorded(type, TicketStepV1::read, Set.of(Kind.TICKET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply.intended.v1", "reply.published.v1", "reply.refused.v1", "reply.unknown.v1"})
    void every_example_of_a_reply_can_be_recorded(String type) {
        assertEachIsRecorded(type, ReplyV1::read, Set.of(Kind.INTENT, Kind.RESPONSE, Kind.REFUSAL, Kind.UNKNOWN));
    }

    @Test
    void every_example_of_a_finding_can_be_recorded() {
        assertEachIsRecorded("finding.raised.v1", FindingV1::read, Set.of(Kind.FINDING));
    }

    private static void assertEachIsRecorded(String type, Function<Envelope, Unsealed> reader, Set<Kind> kinds) {
        List<Contracts.Example> examples = Contracts.examples(type);
        assertThat(examples).isNotEmpty();
        for (Contracts.Example example : examples) {
            Entry entry = Entry.at(0, reader.apply(decode(example.message())), UnsealedFixture.NOW);
            assertThat(entry.facts().kind()).describedAs(example.name()).isIn(kinds);
            assertThat(entry.bytes()).describedAs(example.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "FINDING")
    void what_is_told_of_an_entry_keeps_the_contract(Kind kind) {
        Unsealed facts = UnsealedFixture.response("r-1", "9001", "text").as(kind);
        assertThat(Contracts.violations(EntrySealedV1.TYPE, told(facts))).isEmpty();
    }

    @Test
    void what_is_told_of_a_step_names_no_reply() {
        Unsealed step = new Unsealed(
                Kind.TICKET,
                new Unsealed.Source(UuidV7.next(), "ticket.opened.v1", "/heed/routing", null),
                "1001",
                "t-1",
                null,
                "5001",
                null,
                UnsealedFixture.HAPPENED,
                UnsealedFixture.body("none"));

        assertThat(Contracts.violations(EntrySealedV1.TYPE, told(step))).isEmpty();
        assertThat(told(step)).contains("\"subject\":\"t-1\"").doesNotContain("replyId");
    }

    private static String told(Unsealed facts) {
        Event event = EntrySealedV1.of(Entry.at(3, facts, UnsealedFixture.NOW));
        return EnvelopeCodec.encode(
                event, UuidV7.next(), "/heed/audit", UnsealedFixture.NOW, Objects.requireNonNull(event.traceparent()));
    }

    private static Envelope decode(JsonNode message) {
        return EnvelopeCodec.decode(message.toString().getBytes(StandardCharsets.UTF_8));
    }
}
