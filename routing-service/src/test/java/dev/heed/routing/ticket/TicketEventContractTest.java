package dev.heed.routing.ticket;

import static dev.heed.routing.ticket.life.TicketFixture.AGENT;
import static dev.heed.routing.ticket.life.TicketFixture.LEAD;
import static dev.heed.routing.ticket.life.TicketFixture.NOW;
import static dev.heed.routing.ticket.life.TicketFixture.TURNAROUND;
import static dev.heed.routing.ticket.life.TicketFixture.done;
import static dev.heed.routing.ticket.life.TicketFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.messaging.EnvelopeCodec;
import dev.heed.messaging.Event;
import dev.heed.messaging.UuidV7;
import dev.heed.routing.assignment.Assignment;
import dev.heed.routing.policy.DecisionKind;
import dev.heed.routing.post.WithdrawnPost;
import dev.heed.routing.ticket.life.Happening;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.PublishedReply;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketFixture;
import dev.heed.routing.ticket.life.TicketState.Ended;
import dev.heed.routing.ticket.life.TicketState.Open;
import dev.heed.routing.ticket.life.TicketState.Waiting;
import dev.heed.testing.Contracts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that this service says keeps to the published schemas. */
class TicketEventContractTest {

    private static final WithdrawnPost GONE =
            new WithdrawnPost("1900000000000000002", "1900000000000000002", "deleted", NOW);

    static Stream<TicketChange> everyChange() {
        HeardPost further = post("1900000000000000001", "@acme still broken");
        var reply = new PublishedReply("r", "1900000000000000777", further.id(), "Hello", "agent", NOW);
        Ticket waiting = TicketFixture.waiting();
        Ticket resolved = TicketFixture.resolved();
        Ticket claimed = TicketFixture.claimedByAgent();
        return Stream.of(
                Ticket.open(further, TicketFixture.respond(), TURNAROUND, NOW),
                Ticket.open(further, TicketFixture.decision(DecisionKind.MONITOR, 15, "lead"), TURNAROUND, NOW),
                Ticket.open(further, TicketFixture.decision(DecisionKind.LET_STAND, 5, null), TURNAROUND, NOW),
                waiting.join(further, TicketFixture.respond(), TURNAROUND, NOW),
                waiting.assign((Waiting) waiting.state(), new Assignment("agent", "is free"), further, NOW),
                waiting.escalate((Open) waiting.state(), "safety", Optional.empty(), further, NOW),
                done(TicketFixture.assignedToAgent().claim(AGENT, NOW)),
                done(TicketFixture.letStand().claim(LEAD, NOW)),
                done(claimed.release(AGENT, NOW)),
                claimed.answered(reply, NOW),
                done(claimed.resolve(AGENT, "spoke on the phone", NOW)),
                done(claimed.answered(reply, NOW).ticket().resolve(AGENT, "", NOW)),
                waiting.edited(waiting.posts().publicIds().getFirst(), NOW),
                waiting.withdrawn(waiting.posts().publicIds(), GONE, false, NOW),
                claimed.withdrawn(claimed.posts().publicIds(), GONE, true, NOW),
                claimed.withdrawn(List.of(), GONE, true, NOW),
                waiting.join(
                        TicketFixture.message("1900000000000000001", "ada", "psst"),
                        TicketFixture.respond(),
                        TURNAROUND,
                        NOW),
                Ticket.open(TicketFixture.message("12-900", "ada", "psst"), TicketFixture.respond(), TURNAROUND, NOW),
                resolved.reopen((Ended) resolved.state(), "first-line", further, TURNAROUND, NOW));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void everyEventKeepsItsSchema(TicketChange change) {
        Event event = TicketEventV2.of(change).orElseThrow();
        String message = EnvelopeCodec.encode(event, UuidV7.next(), "/heed/routing", NOW, TicketFixture.TRACE);

        assertThat(Contracts.violations(event.type(), message)).isEmpty();
    }

    @Test
    void everyTypeOfEventIsAmongThem() {
        Set<String> shown = everyChange()
                .map(change -> TicketEventV2.of(change).orElseThrow().type())
                .collect(Collectors.toSet());

        assertThat(shown)
                .isEqualTo(Stream.of(Happening.values())
                        .flatMap(what -> what.event().stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatThePolicyDidNamesNoPerson() {
        assertThat(TicketEventV2.of(everyChange().findFirst().orElseThrow()))
                .map(event -> ((TicketEventV2) event.data()).what().by())
                .isEmpty();
    }
}
