package dev.heed.routing.policy;

import static dev.heed.routing.policy.PolicyFixture.about;
import static dev.heed.routing.policy.PolicyFixture.decide;
import static dev.heed.routing.policy.PolicyFixture.to;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    @Test
    void praiseAboutUsIsLetStand() {
        Decision decision = decide(about("Great flight today, thank you all"));

        assertThat(decision.kind()).isEqualTo(DecisionKind.LET_STAND);
        assertThat(decision.rule()).isEqualTo("concurrence");
        assertThat(decision.tier()).isNull();
        assertThat(decision.evidence()).containsExactly("great", "thank");
        assertThat(decision.why()).doesNotContain("great", "thank");
    }

    @Test
    void aDirectMessageIsAnsweredWhateverItSays() {
        Policy policy = PolicyFixture.defaultPolicy();

        Decision troll = policy.decideMessage(to("boycott them all, I hope you go bankrupt"), Context.FIRST_POST);
        Decision danger = policy.decideMessage(to("your charger burst into flames"), Context.FIRST_POST);

        assertThat(troll.kind()).isEqualTo(DecisionKind.RESPOND);
        assertThat(troll.rule()).isEqualTo("direct-message");
        assertThat(troll.tier()).isEqualTo("first-line");
        assertThat(danger.rule()).isEqualTo("safety");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme you were wonderful today, thanks!",
                "@acme Vielen Dank, das war großartig",
                "@acme muchas gracias, son geniales",
                "@acme ❤️"
            })
    void praiseToUsIsAnsweredSinceADirectAddressOverridesLetStand(String text) {
        Decision decision = decide(to(text));

        assertThat(decision.kind()).isEqualTo(DecisionKind.RESPOND);
        assertThat(decision.rule()).isEqualTo("addressed");
        assertThat(decision.why()).contains("share-success would let it stand");
        assertThat(decision.tier()).isEqualTo("first-line");
    }

    @Test
    void praiseWithAQuestionIsShared() {
        Decision decision = decide(to("@acme love the new app! Will it come to tablets?"));

        assertThat(decision.rule()).isEqualTo("share-success");
        assertThat(decision.kind()).isEqualTo(DecisionKind.RESPOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme boycott them all, I hope you go bankrupt",
                "@acme Boykottiert diesen Saftladen",
                "@acme ojalá quiebren pronto"
            })
    void aTrollIsOnlyMonitoredAndTheLeadIsTold(String text) {
        Decision decision = decide(to(text));

        assertThat(decision.kind()).isEqualTo(DecisionKind.MONITOR);
        assertThat(decision.rule()).isEqualTo("troll");
        assertThat(decision.tier()).isEqualTo("lead");
    }

    @Test
    void aRagerIsOnlyMonitored() {
        assertThat(decide(to("@acme YOU PATHETIC CLOWNS ALL OF YOU")).rule()).isEqualTo("rager");
    }

    @Test
    void anAngryCustomerWithAMatterIsNoRager() {
        Decision decision = decide(to("@acme YOU CLOWNS LOST MY LUGGAGE, you idiots!!"));

        assertThat(decision.kind()).isEqualTo(DecisionKind.RESPOND);
        assertThat(decision.rule()).isEqualTo("unhappy-customer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme I heard that you sell our data",
                "@acme Stimmt es, dass ihr schließt",
                "@acme dicen que van a cerrar"
            })
    void wrongFactsArePutRight(String text) {
        assertThat(decide(to(text)).rule()).isEqualTo("misguided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme my internet is down again",
                "@acme seit drei Tagen funktioniert nichts, ich warte immer noch",
                "@acme no funciona el servicio y nadie responde",
                "@acme it doesn’t work"
            })
    void aBadExperienceIsPutRight(String text) {
        Decision decision = decide(to(text));

        assertThat(decision.kind()).isEqualTo(DecisionKind.RESPOND);
        assertThat(decision.rule()).isEqualTo("unhappy-customer");
        assertThat(decision.priority()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aPlainQuestionIsAnsweredAtTheEnd() {
        Decision decision = decide(to("@acme do you fly to Oslo?"));

        assertThat(decision.rule()).isEqualTo("final-evaluation");
        assertThat(decision.kind()).isEqualTo(DecisionKind.RESPOND);
    }

    @Test
    void smallTalkAboutUsIsLetStand() {
        assertThat(decide(about("Just walked past the acme building")).kind()).isEqualTo(DecisionKind.LET_STAND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@acme your charger burst into flames",
                "@acme I want to die",
                "@acme this is racist",
                "@acme you hear from my lawyer",
                "@acme Journalist here, can I get a statement?",
                "@acme Das Ladegerät hat Feuer gefangen",
                "@acme ich will nicht mehr leben",
                "@acme eso es discriminación",
                "@acme mi abogado les escribe",
                "thank you @acme, I ended up in hospital"
            })
    void wordsThatCannotWaitGoToTheirOwnTier(String text) {
        Decision decision = decide(about(text));

        assertThat(decision.kind()).isEqualTo(DecisionKind.RESPOND);
        assertThat(decision.tier()).isEqualTo("safety");
        assertThat(decision.priority()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void selfHarmIsFirstOfAll() {
        assertThat(decide(to("@acme I will sue you and kill myself")).rule()).isEqualTo("self-harm");
        assertThat(decide(to("@acme I will kill myself")).priority()).isEqualTo(100);
    }

    @Test
    void aPrivateMatterCarriesTheNoteOfItsChannel() {
        assertThat(decide(to("@acme where is my order? My order number is 1234567"))
                        .why())
                .contains("Private matter: never in public");
    }

    @Test
    void waitingAndShoutingRaiseThePriority() {
        Post post = to("@acme STILL NO INTERNET IN OUR STREET");
        Policy policy = PolicyFixture.defaultPolicy();

        int first = policy.decide(post, Context.FIRST_POST).priority();
        Decision second = policy.decide(post, new Context(true));

        assertThat(second.priority()).isEqualTo(first + 15);
        assertThat(second.why()).contains("they have written before", "they are shouting");
    }

    @Test
    void everyDecisionKeepsThePolicysVersionAndHash() {
        assertThat(decide(to("@acme hi")).policyVersion()).matches("1\\.0\\+[0-9a-f]{12}");
    }

    @Test
    void linksAndNamesAreNotRead() {
        assertThat(decide(about("@lawyer https://x.test/suicide")).kind()).isEqualTo(DecisionKind.LET_STAND);
    }
}
