package dev.heed.ingestion.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.messaging.Trace;
import dev.heed.x.XPost;
import dev.heed.x.XUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HearingTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Account ACME = account("1", "Acme");
    private static final Account CARE = account("2", "acme_care");
    private static final Watched GATES = new Watched("w", "gates");
    private static final Hearing WATCHING = new Hearing(ACME, List.of(ACME, CARE), Via.SEARCH, GATES, NOW);
    private static final Hearing HEARING = new Hearing(ACME, List.of(ACME, CARE), Via.POLL, NOW);

    @Test
    void aPostThatNamesTheAccountSpeaksToIt() {
        Mention mention = hear(root("Hey @ACME where is my order?"));
        assertThat(mention.kind()).isEqualTo(Kind.MENTION);
        assertThat(mention.addressed()).isTrue();
        assertThat(mention.account()).isEqualTo(ACME.id());
        assertThat(mention.post().authorHandle()).isEqualTo("jo");
    }

    @Test
    void anAnswerToTheAccountSpeaksToIt() {
        Mention mention = hear(reply("1", "still nothing"));
        assertThat(mention.kind()).isEqualTo(Kind.REPLY);
        assertThat(mention.addressed()).isTrue();
    }

    @Test
    void aQuoteWithoutTheNameSpeaksAboutIt() {
        Mention mention = hear(post("look at this", null, null, "500", List.of()));
        assertThat(mention.kind()).isEqualTo(Kind.QUOTE);
        assertThat(mention.addressed()).isFalse();
    }

    @Test
    void aQuoteThatNamesTheAccountIsAMention() {
        Mention mention = hear(post("@acme look at this", null, null, "500", of("Acme")));
        assertThat(mention.kind()).isEqualTo(Kind.MENTION);
        assertThat(mention.addressed()).isTrue();
    }

    @Test
    void whereTwoOthersTalkTheNamesThatXPutsInFrontSpeakToNobody() {
        Mention mention = hear(reply("88", "@bob @acme no, they never answer me"));
        assertThat(mention.kind()).isEqualTo(Kind.MENTION);
        assertThat(mention.addressed()).isFalse();
    }

    @Test
    void whoTurnsToTheAccountWhileTalkingToAnotherSpeaksToIt() {
        assertThat(hear(reply("88", "@bob I have no idea, @acme do you?")).addressed())
                .isTrue();
    }

    @Test
    void whoGoesOnUnderTheirOwnPostSpeaksToTheAccountStill() {
        assertThat(hear(reply("7", "@acme and another thing")).addressed()).isTrue();
    }

    @Test
    void aHandleInsideAWordOrAnAddressIsNoName() {
        assertThat(hear(root("mail me at jo@acme.example")).addressed()).isFalse();
        assertThat(hear(root("@acme_fans are great")).addressed()).isFalse();
    }

    @Test
    void aPostThatNamesTwoAccountsIsTheFirstNamedOnesWhoeverHearsIt() {
        XPost post = root("@acme_care and @acme please");
        Hearing other = new Hearing(CARE, List.of(ACME, CARE), Via.POLL, NOW);
        assertThat(hear(post).account()).isEqualTo(CARE.id());
        assertThat(other.of(post).orElseThrow().account()).isEqualTo(CARE.id());
    }

    @Test
    void aPostThatAnswersOneAndNamesAnotherIsTheAnsweredOnes() {
        assertThat(hear(reply("2", "@acme see?")).account()).isEqualTo(CARE.id());
    }

    @Test
    void whatOurOwnAccountsWriteIsNoMention() {
        XPost own = new XPost("9", "@acme thanks", "2", null, NOW, "9", null, null, null, null, List.of(), of("acme"));
        assertThat(HEARING.of(own)).isEmpty();
    }

    @Test
    void whatOnlyPassesOnSomebodyElsesWordsIsNoMention() {
        XPost repost = new XPost(
                "9",
                "RT @jo: @acme hi",
                "8",
                null,
                NOW,
                "9",
                null,
                null,
                null,
                "5",
                null,
                List.of(),
                of("acme"),
                List.of(),
                List.of());
        assertThat(HEARING.of(repost)).isEmpty();
    }

    @Test
    void whatAWatchFindsIsAboutUsAndCannotBeAnsweredByApi() {
        Mention mention = WATCHING.of(root("acme air lost my suitcase")).orElseThrow();
        assertThat(mention.kind()).isEqualTo(Kind.WATCH);
        assertThat(mention.addressed()).isFalse();
        assertThat(mention.answerable().byApi()).isFalse();
        assertThat(mention.answerable().why()).startsWith("It neither mentions nor quotes @Acme");
        assertThat(mention.watch()).isEqualTo(GATES);
    }

    @Test
    void whatAWatchFindsAndNamesTheAccountSpeaksToItAllTheSame() {
        Mention mention = WATCHING.of(root("acme air lost my suitcase, @acme!")).orElseThrow();
        assertThat(mention.kind()).isEqualTo(Kind.MENTION);
        assertThat(mention.addressed()).isTrue();
        assertThat(mention.answerable().byApi()).isTrue();
        assertThat(mention.watch()).isEqualTo(GATES);
    }

    @Test
    void aQuoteOfOurPostThatAWatchFindsCanBeAnswered() {
        Mention mention = WATCHING.of(quoting("2")).orElseThrow();
        assertThat(mention.kind()).isEqualTo(Kind.QUOTE);
        assertThat(mention.account()).isEqualTo(CARE.id());
        assertThat(mention.answerable())
                .isEqualTo(new Answerable(true, "It quotes @acme_care, so X lets the account answer."));
    }

    @Test
    void aQuoteOfSomebodyElseThatAWatchFindsIsOnlyAboutUs() {
        assertThat(WATCHING.of(quoting("99")).orElseThrow().kind()).isEqualTo(Kind.WATCH);
    }

    @Test
    void aSearchHearsQuotesOfOurPostsAndNothingThatOnlyLinksToThem() {
        for (Via via : List.of(Via.SEARCH, Via.BACKFILL)) {
            Hearing searching = new Hearing(ACME, List.of(ACME, CARE), via, NOW);
            assertThat(searching.of(quoting("1")).orElseThrow().kind()).isEqualTo(Kind.QUOTE);
            assertThat(searching.of(quoting("1")).orElseThrow().addressed()).isFalse();
            assertThat(searching.of(quoting("2")).orElseThrow().account()).isEqualTo(CARE.id());
            assertThat(searching.of(quoting("99"))).isEmpty();
            assertThat(searching.of(root("as I said: https://x.com/acme/status/500")))
                    .isEmpty();
            assertThat(searching.of(root("as I said to @acme")).orElseThrow().kind())
                    .isEqualTo(Kind.MENTION);
        }
    }

    @Test
    void whoseAPostWasThatXDoesNotShowTheAddressInTheQuoteTells() {
        Hearing searching = new Hearing(ACME, List.of(ACME, CARE), Via.SEARCH, NOW);
        for (String host : List.of("x.com", "twitter.com")) {
            String ours = "look https://" + host + "/Acme/status/500";
            assertThat(searching
                            .of(post(ours, null, null, "500", List.of()))
                            .orElseThrow()
                            .kind())
                    .isEqualTo(Kind.QUOTE);
            assertThat(searching.of(post(ours, null, null, "501", List.of()))).isEmpty();
        }
    }

    @Test
    void whatNamesARemovedAccountIsNotItsMentionAndWhatItWritesIsStillOurs() {
        Account gone = new Account(new AccountId("3"), "acme_old", "Old", AccountStatus.REMOVED, null, null);
        Hearing hearing = new Hearing(ACME, List.of(gone, ACME), Via.POLL, NOW);
        assertThat(hearing.of(root("@acme_old and @acme")).orElseThrow().account())
                .isEqualTo(ACME.id());
        XPost own = new XPost("9", "@acme bye", "3", null, NOW, "9", null, null, null, null, List.of(), List.of());
        assertThat(hearing.of(own)).isEmpty();
    }

    @Test
    void eachMentionBeginsATraceOfItsOwn() {
        assertThat(Trace.traceId(hear(root("@acme one")).traceparent()))
                .isNotEqualTo(Trace.traceId(hear(root("@acme two")).traceparent()));
    }

    @Test
    void anAccountIsKnownByItsIdUnderWhicheverHandleItIsNamed() {
        Mention mention =
                hear(post("@acmehelp where is it?", null, null, null, List.of(new XPost.Named("acmehelp", "1"))));
        assertThat(mention.account()).isEqualTo(ACME.id());
        assertThat(mention.addressed()).isTrue();
        assertThat(mention.answerable().byApi()).isTrue();
    }

    @Test
    void aStrangerWhoTookOurHandleIsNotUs() {
        Mention mention = hear(post("@acme where is it?", null, null, null, List.of(new XPost.Named("Acme", "4242"))));
        assertThat(mention.addressed()).isFalse();
        assertThat(mention.answerable().byApi()).isFalse();
    }

    private static List<XPost.Named> of(String handle) {
        return List.of(new XPost.Named(handle, null));
    }

    private static Mention hear(XPost post) {
        return HEARING.of(post).orElseThrow();
    }

    private static XPost root(String text) {
        return post(text, null, null, null, List.of());
    }

    private static XPost quoting(String author) {
        XPost quoted = new XPost("500", "ours", author, null, NOW, "500", null, null, null, null, List.of(), List.of());
        return new XPost(
                "600",
                "look",
                "7",
                null,
                NOW,
                "600",
                null,
                null,
                "500",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(quoted));
    }

    private static XPost reply(String toUser, String text) {
        return post(text, toUser, "400", null, of("acme"));
    }

    private static XPost post(
            String text,
            @Nullable String toUser,
            @Nullable String toPost,
            @Nullable String quoted,
            List<XPost.Named> named) {
        return new XPost(
                "600",
                text,
                "7",
                new XUser("7", "jo", "Jo"),
                NOW,
                toPost == null ? "600" : "400",
                toUser,
                toPost,
                quoted,
                "en",
                List.of("600"),
                named);
    }

    private static Account account(String id, String handle) {
        return new Account(new AccountId(id), handle, handle, AccountStatus.ACTIVE, null, null);
    }
}
