package dev.heed.local.report;

import static dev.heed.local.report.ReportFixture.SCOPE;
import static dev.heed.local.report.ReportFixture.customers;
import static dev.heed.local.report.ReportFixture.ours;
import static dev.heed.local.report.ReportFixture.response;
import static dev.heed.local.report.ReportFixture.sound;
import static dev.heed.local.report.ReportFixture.ticket;
import static dev.heed.local.report.ReportFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {

    @Test
    void everyClaimHoldsWhereOnePostHasOneTicketAndOneReplyOneEntry() {
        assertThat(Proof.of(sound(), SCOPE)).allMatch(Check::holds).allMatch(check -> check.judged() == 1);
    }

    @Test
    void aPostOnNoTicketIsNamed() {
        Facts lost = new Facts(sound().ledger(), List.of(), sound().responses());

        assertOffenders(lost, "every inbound post is on exactly one ticket", "10 is on 0 tickets");
    }

    @Test
    void aPostOnTwoTicketsIsNamed() {
        assertOffenders(
                with(sound(), ticket("t2", "acme", "10")),
                "every inbound post is on exactly one ticket",
                "10 is on 2 tickets");
    }

    @Test
    void aPostOfSomebodyElsesReplayNeedsNoTicket() {
        assertThat(Proof.of(with(sound(), customers("99", "@acme from elsewhere")), SCOPE))
                .allMatch(Check::holds);
    }

    @Test
    void aPostedReplyWithoutAnEntryIsNamed() {
        assertOffenders(
                with(sound(), ours("21", "10", "again")),
                "every posted reply has exactly one entry",
                "21 has 0 entries");
    }

    @Test
    void twoEntriesOfOnePostAreNamed() {
        assertOffenders(
                with(sound(), response(1, "r2", "20", "hi")),
                "every posted reply has exactly one entry",
                "20 has 2 entries");
    }

    @Test
    void anEntryThatSaysAnotherTextIsNamed() {
        Facts facts = new Facts(sound().ledger(), sound().tickets(), List.of(response(0, "r1", "20", "hullo")));

        assertOffenders(facts, "every entry holds the text that was posted", "entry 0 differs from post 20");
    }

    @Test
    void theSameAnswerPostedTwiceIsNamedThoughBothAreOnTheRecord() {
        Facts twice = with(with(sound(), ours("21", "10", "hi")), response(1, "r2", "21", "hi"));

        assertOffenders(twice, "nothing was posted twice", "posts 20, 21 by @Acme are the same");
    }

    @Test
    void oneReplyPostedUnderTwoTextsIsNamed() {
        Facts twice = with(with(sound(), ours("21", "10", "hi!")), response(1, "r1", "21", "hi!"));

        assertOffenders(twice, "nothing was posted twice", "reply r1 has entries 0, 1");
    }

    @Test
    void anEntryWithoutAPostIsNamed() {
        assertOffenders(
                with(sound(), response(1, "r2", "66", "never posted")),
                "every entry has its post",
                "entry 1 names post 66");
    }

    private static void assertOffenders(Facts facts, String claim, String... offenders) {
        assertThat(Proof.of(facts, SCOPE).stream().filter(check -> check.claim().equals(claim)))
                .singleElement()
                .satisfies(check -> assertThat(check.offenders()).containsExactly(offenders));
    }
}
