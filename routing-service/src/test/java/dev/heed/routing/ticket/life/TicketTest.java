package dev.heed.routing.ticket.life;

import static dev.heed.routing.ticket.life.TicketFixture.AGENT;
import static dev.heed.routing.ticket.life.TicketFixture.LEAD;
import static dev.heed.routing.ticket.life.TicketFixture.NOW;
import static dev.heed.routing.ticket.life.TicketFixture.OTHER;
import static dev.heed.routing.ticket.life.TicketFixture.done;
import static dev.heed.routing.ticket.life.TicketFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.routing.clock.ClockKind;
import dev.heed.routing.clock.RunningTime;
import dev.heed.routing.post.WithdrawnPost;
import dev.heed.routing.ticket.life.TicketState.Claimed;
import dev.heed.routing.ticket.life.TicketState.Resolved;
import dev.heed.routing.ticket.life.TicketState.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketTest {

    @Test
    void aTicketToBeAnsweredOpensWaitingWithItsClocksRunning() {
        Ticket ticket = TicketFixture.waiting();

        assertThat(ticket.state()).isEqualTo(new Waiting("first-line"));
        assertThat(ticket.clocks().response()).isPresent();
        assertThat(ticket.version()).isEqualTo(1);
    }

    @Test
    void aTicketNotToBeAnsweredOpensAtItsEndWithoutClocks() {
        assertThat(TicketFixture.monitored().state().status()).isEqualTo("monitored");
        assertThat(TicketFixture.letStand().state().status()).isEqualTo("let_stand");
        assertThat(TicketFixture.monitored().clocks().all()).isEmpty();
    }

    @Test
    void theOwnerClaims() {
        TicketChange change = done(TicketFixture.assignedToAgent().claim(AGENT, NOW));

        assertThat(change.ticket().state()).isEqualTo(new Claimed("agent", "first-line"));
        assertThat(change.ticket().version()).isEqualTo(3);
        assertThat(change.ticket().clocks().running(ClockKind.ACKNOWLEDGE)).isEmpty();
        assertThat(change.ticket().clocks().response()).isPresent();
    }

    @Test
    void claimingAgainChangesNothing() {
        Ticket ticket = TicketFixture.claimedByAgent();

        assertThat(ticket.claim(AGENT, NOW)).isEqualTo(new Outcome.Unchanged(ticket));
    }

    @Test
    void somebodyElseMayNotClaim() {
        assertThat(refused(TicketFixture.assignedToAgent().claim(OTHER, NOW)))
                .isEqualTo(new Refusal.OwnedByAnother("agent"));
        assertThat(refused(TicketFixture.claimedByAgent().claim(OTHER, NOW)))
                .isEqualTo(new Refusal.OwnedByAnother("agent"));
    }

    @Test
    void aLeadTakesOverAndTheHistoryTells() {
        TicketChange change = done(TicketFixture.claimedByAgent().claim(LEAD, NOW));

        assertThat(change.ticket().state().owner()).contains("lead");
        assertThat(change.why()).isEqualTo("taken over from agent");
    }

    @Test
    void anybodyMayClaimWhatNobodyHas() {
        assertThat(done(TicketFixture.waiting().claim(OTHER, NOW))
                        .ticket()
                        .state()
                        .owner())
                .contains("agent2");
    }

    @Test
    void claimingWhatThePolicyLeftAloneOverrulesIt() {
        assertThat(done(TicketFixture.monitored().claim(AGENT, NOW)).why())
                .isEqualTo("overrules the decision of rule some-rule");
        assertThat(done(TicketFixture.letStand().claim(AGENT, NOW))
                        .ticket()
                        .state()
                        .status())
                .isEqualTo("claimed");
    }

    @Test
    void aResolvedTicketIsNotClaimed() {
        assertThat(refused(TicketFixture.resolved().claim(LEAD, NOW))).isEqualTo(new Refusal.AlreadyResolved("agent"));
    }

    @Test
    void theOwnerOrALeadGivesItBack() {
        assertThat(done(TicketFixture.claimedByAgent().release(AGENT, NOW))
                        .ticket()
                        .state())
                .isEqualTo(new Waiting("first-line"));
        assertThat(done(TicketFixture.claimedByAgent().release(LEAD, NOW))
                        .ticket()
                        .state())
                .isEqualTo(new Waiting("first-line"));
        assertThat(refused(TicketFixture.claimedByAgent().release(OTHER, NOW)))
                .isEqualTo(new Refusal.OwnedByAnother("agent"));
        assertThat(refused(TicketFixture.waiting().release(AGENT, NOW))).isEqualTo(new Refusal.NotOwned("waiting"));
    }

    @Test
    void endingWithoutAnAnswerNeedsANote() {
        assertThat(refused(TicketFixture.claimedByAgent().resolve(AGENT, " ", NOW)))
                .isEqualTo(new Refusal.NoteNeeded());

        TicketChange change = done(TicketFixture.claimedByAgent().resolve(AGENT, "spoke on the phone", NOW));

        assertThat(change.ticket().state()).isEqualTo(new Resolved("agent", "first-line"));
        assertThat(change.ticket().clocks().all()).noneMatch(RunningTime::isRunning);
        assertThat(change.why()).isEqualTo("spoke on the phone");
    }

    @Test
    void anAnsweredTicketEndsWithoutANote() {
        var reply = new PublishedReply("r1", "77", "1", "Hello", "agent", NOW.plusSeconds(60));
        Ticket answered = TicketFixture.claimedByAgent().answered(reply, NOW).ticket();

        assertThat(done(answered.resolve(AGENT, null, NOW)).ticket().state().status())
                .isEqualTo("resolved");
    }

    @Test
    void anUnownedTicketIsNotResolved() {
        assertThat(refused(TicketFixture.monitored().resolve(LEAD, "x", NOW)))
                .isEqualTo(new Refusal.NotOwned("monitored"));
        assertThat(refused(TicketFixture.resolved().resolve(AGENT, "x", NOW)))
                .isEqualTo(new Refusal.AlreadyResolved("agent"));
    }

    @Test
    void anAnswerStopsTheClocksAtTheTimeOfItsPublication() {
        var reply = new PublishedReply("r1", "77", "1", "Hello", "agent", NOW.plusSeconds(90));

        TicketChange change = TicketFixture.claimedByAgent().answered(reply, NOW.plus(Duration.ofHours(3)));

        assertThat(change.what()).isEqualTo(Happening.ANSWERED);
        assertThat(change.postId()).isEqualTo("77");
        assertThat(change.ticket().clocks().all())
                .filteredOn(clock -> clock.kind() == ClockKind.FIRST_RESPONSE)
                .singleElement()
                .satisfies(clock -> assertThat(clock.stoppedAt()).isEqualTo(NOW.plusSeconds(90)))
                .satisfies(clock -> assertThat(clock.isBreached(NOW.plus(Duration.ofDays(1))))
                        .isFalse());
    }

    @Test
    void aRefusedReplyLeavesTheCustomerWaitingAndTellsNobodyAgain() {
        TicketChange change = TicketFixture.claimedByAgent().replyRefused("not summoned", "1", NOW);

        assertThat(change.ticket().clocks().response()).isPresent();
        assertThat(change.what().event()).isEmpty();
    }

    @Test
    void theIdentityFollowsFromAccountConversationAndCustomer() {
        assertThat(TicketId.of("a", "c", "u")).isEqualTo(TicketId.of("a", "c", "u"));
        assertThat(TicketId.of("a", "c", "u")).isNotEqualTo(TicketId.of("a", "c", "v"));
        assertThat(TicketId.parse("not an id")).isEmpty();
    }

    @Test
    void whatNobodyAnsweredEndsWhenItIsTakenBackAndNobodyIsLate() {
        Ticket claimed = TicketFixture.claimedByAgent();

        Ticket after = claimed.withdrawn(claimed.posts().publicIds(), gone(claimed), false, NOW)
                .ticket();

        assertThat(after.state()).isEqualTo(new TicketState.Withdrawn("agent", "first-line"));
        assertThat(after.clocks().all()).noneMatch(RunningTime::isRunning).noneMatch(clock -> clock.isBreached(NOW));
        assertThat(refused(after.claim(AGENT, NOW))).isEqualTo(new Refusal.NothingLeft());
    }

    @Test
    void whatWeHaveSpokenOnStaysWithItsOwnerWhenItIsTakenBack() {
        Ticket claimed = TicketFixture.claimedByAgent();

        Ticket after = claimed.withdrawn(claimed.posts().publicIds(), gone(claimed), true, NOW)
                .ticket();

        assertThat(after.state()).isEqualTo(claimed.state());
        assertThat(after.clocks().response()).isEmpty();
    }

    @Test
    void whatAPostAnswersMayBeTakenBackWithoutAnyClockStopping() {
        Ticket claimed = TicketFixture.claimedByAgent();

        Ticket after = claimed.withdrawn(List.of(), gone(claimed), false, NOW).ticket();

        assertThat(after.state()).isEqualTo(claimed.state());
        assertThat(after.clocks().response()).isPresent();
        assertThat(after.version()).isEqualTo(claimed.version() + 1);
    }

    private static WithdrawnPost gone(Ticket ticket) {
        String id = ticket.posts().publicIds().getFirst();
        return new WithdrawnPost(id, id, "deleted", NOW);
    }
}
