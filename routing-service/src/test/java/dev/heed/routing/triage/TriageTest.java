package dev.heed.routing.triage;

import static dev.heed.routing.ticket.life.TicketFixture.NOW;
import static dev.heed.routing.ticket.life.TicketFixture.idOf;
import static dev.heed.routing.ticket.life.TicketFixture.message;
import static dev.heed.routing.ticket.life.TicketFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.routing.assignment.RosterFixture;
import dev.heed.routing.clock.RunningTime;
import dev.heed.routing.policy.PolicyFixture;
import dev.heed.routing.ticket.KnownOwners;
import dev.heed.routing.ticket.life.Happening;
import dev.heed.routing.ticket.life.HeardPost;
import dev.heed.routing.ticket.life.Ticket;
import dev.heed.routing.ticket.life.TicketChange;
import dev.heed.routing.ticket.life.TicketId;
import dev.heed.routing.ticket.life.TicketState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TriageTest {

    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final KnownOwners known = new KnownOwners(new HashMap<>());

    private Triage triage(String... people) {
        return new Triage(PolicyFixture.defaultPolicy(), tickets, RosterFixture.idle(people), known, NOW);
    }

    private Ticket ticket(HeardPost post) {
        return Objects.requireNonNull(tickets.get(post.ticketId()));
    }

    private static HeardPost edited(HeardPost post, String text) {
        return new HeardPost(
                post.id(),
                post.version(),
                post.ticketId(),
                post.account(),
                post.author(),
                post.conversationId(),
                text,
                post.kind(),
                post.addressed(),
                post.inReplyTo(),
                NOW,
                post.heardAt(),
                post.around(),
                post.traceparent());
    }

    private static List<Happening> happened(Triage triage) {
        return triage.changes().stream().map(TicketChange::what).toList();
    }

    private void standsAt(HeardPost post, TicketState state) {
        Ticket t = ticket(post);
        tickets.put(
                t.id(),
                new Ticket(
                        t.id(),
                        t.version(),
                        t.account(),
                        t.customer(),
                        t.conversationId(),
                        state,
                        t.decision(),
                        t.posts(),
                        t.clocks().ended(NOW),
                        t.openedAt(),
                        t.traceparent()));
    }

    @Test
    void aMentionOpensATicketAndItGetsAnOwner() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");

        triage.hear(post);

        assertThat(happened(triage)).containsExactly(Happening.OPENED, Happening.ASSIGNED);
        assertThat(triage.changes())
                .extracting(change -> change.ticket().version())
                .containsExactly(1L, 2L);
        assertThat(ticket(post).state()).isEqualTo(new TicketState.Assigned("agent", "first-line"));
    }

    @Test
    void twoPostsOfOneConversationAreOneTicket() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost first = post("c1", "@acme my router is broken");
        HeardPost second = post("c1", "@acme hello?");

        triage.hear(first);
        triage.hear(second);

        assertThat(happened(triage)).containsExactly(Happening.OPENED, Happening.ASSIGNED, Happening.MENTIONED);
        assertThat(ticket(first).posts().publicIds()).containsExactly(first.id(), second.id());
    }

    @Test
    void anotherCustomerInTheSameConversationIsAnotherTicket() {
        Triage triage = triage("agent", "agent2", "lead");

        triage.hear(post("c1", "ada", "@acme my router is broken"));
        triage.hear(post("c1", "bob", "@acme mine too"));

        assertThat(tickets).hasSize(2);
    }

    @Test
    void nobodyAvailableLeavesItWaiting() {
        Triage triage = triage();
        HeardPost post = post("c1", "@acme my router is broken");

        triage.hear(post);

        assertThat(ticket(post).state()).isEqualTo(new TicketState.Waiting("first-line"));
    }

    @Test
    void aWaitingTicketGetsItsOwnerWithTheNextPostWhenSomebodyIsThere() {
        HeardPost post = post("c1", "@acme my router is broken");
        triage().hear(post);

        triage("agent2").hear(post("c1", "@acme hello?"));

        assertThat(ticket(post).state().owner()).contains("agent2");
    }

    @Test
    void dangerGoesToItsOwnTierAtOnce() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme your router burst into flames");

        triage.hear(post);

        assertThat(ticket(post).state()).isEqualTo(new TicketState.Assigned("lead", "safety"));
    }

    @Test
    void dangerInAFurtherPostTakesTheTicketAlongToItsTier() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");
        triage.hear(post);
        standsAt(post, new TicketState.Claimed("agent", "first-line"));

        triage.hear(post("c1", "@acme it just burst into flames!"));

        assertThat(ticket(post).state()).isEqualTo(new TicketState.Assigned("lead", "safety"));
        assertThat(ticket(post).decision().rule()).isEqualTo("safety");
        assertThat(triage.changes().getLast().why()).startsWith("escalated to safety");
    }

    @Test
    void aMilderPostDoesNotTakeTheTicketBack() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme your router burst into flames");
        triage.hear(post);

        triage.hear(post("c1", "@acme thanks"));

        assertThat(ticket(post).state()).isEqualTo(new TicketState.Assigned("lead", "safety"));
        assertThat(ticket(post).decision().rule()).isEqualTo("safety");
    }

    @Test
    void aFurtherPostReopensAResolvedTicketForItsFormerOwner() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");
        triage.hear(post);
        standsAt(post, new TicketState.Resolved("agent2", "first-line"));

        triage.hear(post("c1", "@acme it is broken again"));

        assertThat(happened(triage)).endsWith(Happening.MENTIONED, Happening.REOPENED, Happening.ASSIGNED);
        assertThat(ticket(post).clocks().response()).isPresent();
        assertThat(ticket(post).clocks().all())
                .filteredOn(RunningTime::isRunning)
                .hasSize(2);
    }

    @Test
    void anEditThatAsksForMoreTakesTheTicketAlongToItsTier() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");
        triage.hear(post);

        triage.hearAgain(edited(post, "@acme my router burst into flames"));

        assertThat(happened(triage))
                .containsExactly(Happening.OPENED, Happening.ASSIGNED, Happening.EDITED, Happening.ASSIGNED);
        assertThat(triage.changes().get(2).why()).startsWith("edited: decided again: ");
        assertThat(ticket(post).decision().rule()).isEqualTo("safety");
        assertThat(ticket(post).state()).isEqualTo(new TicketState.Assigned("lead", "safety"));
        assertThat(triage.evidence().get(post.id())).containsExactly("burst into flames");
        assertThat(triage.changes()).extracting(TicketChange::why).noneMatch(why -> why.contains("flames"));
    }

    @Test
    void anEditOfTheOnlyPostIsNoFurtherPost() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");
        triage.hear(post);
        int before = ticket(post).decision().priority();

        triage.hearAgain(edited(post, "@acme my modem is broken"));

        assertThat(happened(triage)).containsExactly(Happening.OPENED, Happening.ASSIGNED);
        assertThat(ticket(post).decision().priority()).isEqualTo(before);
    }

    @Test
    void anEditNeverMakesATicketLighter() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme your router burst into flames");
        triage.hear(post);
        Ticket before = ticket(post);

        triage.hearAgain(edited(post, "@acme never mind"));

        assertThat(ticket(post)).isEqualTo(before);
    }

    @Test
    void anEditedPostThatAsksForAnAnswerNowOpensTheTicketThatNobodyAnswered() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme boycott them all");
        triage.hear(post);
        assertThat(ticket(post).state()).isEqualTo(new TicketState.Monitored("lead"));

        triage.hearAgain(edited(post, "@acme my order never arrived"));

        assertThat(happened(triage)).endsWith(Happening.EDITED, Happening.REOPENED, Happening.ASSIGNED);
        assertThat(ticket(post).state()).isEqualTo(new TicketState.Assigned("agent", "first-line"));
        assertThat(ticket(post).clocks().response()).isPresent();
    }

    @Test
    void whatWasAnsweredOrEndedIsLeftAsItIs() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");
        triage.hear(post);
        for (TicketState state : List.of(
                new TicketState.Resolved("agent", "first-line"),
                new TicketState.Withdrawn("agent", "first-line"),
                new TicketState.Claimed("agent", "first-line"))) {
            standsAt(post, state);
            triage.hearAgain(edited(post, "@acme my router burst into flames"));
            assertThat(ticket(post).state()).isEqualTo(state);
        }
    }

    @Test
    void aKnownOwnerGetsTheCustomersNextTicket() {
        known.remember("900", idOf("ada"), "agent2");
        HeardPost post = post("c2", "@acme another question");

        triage("agent", "agent2", "lead").hear(post);

        assertThat(ticket(post).state().owner()).contains("agent2");
    }

    @Test
    void bashingOnAResolvedTicketIsWatchedNotReopened() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");
        triage.hear(post);
        standsAt(post, new TicketState.Resolved("agent", "first-line"));

        triage.hear(post("c1", "@acme boycott them all"));

        assertThat(ticket(post).state()).isEqualTo(new TicketState.Monitored("lead"));
    }

    @Test
    void aMatterOnAMonitoredTicketOpensIt() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme boycott them all");
        triage.hear(post);

        triage.hear(post("c1", "@acme my order never arrived"));

        assertThat(ticket(post).state()).isEqualTo(new TicketState.Assigned("agent", "first-line"));
    }

    @Test
    void aDirectMessageIsKeptApartFromThePostsThatMayBeAnsweredInPublic() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");
        HeardPost message = message("c1", "ada", "my number is 4711");

        triage.hear(post);
        triage.hear(message);

        assertThat(happened(triage)).containsExactly(Happening.OPENED, Happening.ASSIGNED, Happening.MESSAGED);
        assertThat(ticket(post).posts().publicIds()).containsExactly(post.id());
        assertThat(ticket(post).posts().messageIds()).containsExactly(message.id());
    }

    @Test
    void whatWasFoundInAPostIsToldApartFromTheReason() {
        Triage triage = triage("agent", "agent2", "lead");
        HeardPost post = post("c1", "@acme my router is broken");

        triage.hear(post);

        assertThat(triage.evidence().get(post.id())).contains("broken");
        assertThat(triage.changes()).extracting(TicketChange::why).noneMatch(why -> why.contains("broken"));
    }
}
