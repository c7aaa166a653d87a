package dev.heed.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

    private static List<String> faultsAfter(String part, String replacement) {
        String yaml = PolicyFixture.defaultYaml();
        assertThat(yaml).contains(part);
        return faultsOf(yaml.replace(part, replacement));
    }

    private static List<String> faultsOf(String yaml) {
        return catchThrowableOfType(InvalidPolicy.class, () -> PolicyReader.read("mine.yaml", yaml))
                .faults();
    }

    @Test
    void theShippedPolicyIsSound() {
        Policy policy = PolicyFixture.defaultPolicy();

        assertThat(policy.turnaround())
                .isEqualTo(new Turnaround(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(1)));
        assertThat(policy.path().ownersOf("first-line")).containsExactly("agent", "agent2");
        assertThat(policy.path().isBeyond("safety", "first-line")).isTrue();
    }

    @Test
    void anyEditChangesTheVersion() {
        String yaml = PolicyFixture.defaultYaml();

        assertThat(PolicyReader.read("a", yaml + "\n# a remark\n").version())
                .isNotEqualTo(PolicyReader.read("b", yaml).version());
    }

    @Test
    void aRuleMayOnlyLeadToALaterRule() {
        assertThat(faultsAfter("no: rager\n", "no: discovery\n"))
                .contains(
                        "when.assessment[9].no: leads to \"discovery\", which is not the name of a later rule",
                        "when.assessment[10]: no earlier rule leads to \"rager\"");
    }

    @Test
    void anUnknownWordListIsNamed() {
        assertThat(faultsAfter("if: { says: hearsay }", "if: { says: gossip }"))
                .containsExactly("when.assessment[11].if: there is no word list \"gossip\"");
    }

    @Test
    void anUnknownTraitIsNamedWithTheKnownOnes() {
        assertThat(faultsAfter("if: { is: repeated }", "if: { is: rude }"))
                .containsExactly("when.raise[1].if.is: \"rude\" is not a trait; it should be one of "
                        + "[addressed, reply, quote, question, shouting, repeated]");
    }

    @Test
    void aTierThatIsNotOnThePathIsNamed() {
        assertThat(faultsAfter("  - tier: safety\n", "  - tier: emergency\n"))
                .hasSize(5)
                .allMatch(fault -> fault.contains("there is no tier \"safety\" on the escalation path"));
    }

    @Test
    void aTimeInTheWrongFormIsShownARightOne() {
        assertThat(faultsAfter("acknowledge: 15 minutes", "acknowledge: soon"))
                .containsExactly(
                        "turnaround.acknowledge: \"soon\" is not a time; write for example \"15 minutes\" or \"2 hours\"");
    }

    @Test
    void listeningIsRefusedWhileNothingWouldWakeIt() {
        assertThat(faultsAfter(
                        "decide: let stand\n        why: Kind words about",
                        "decide: listen\n        why: Kind words about"))
                .containsExactly(
                        "when.assessment[7].no.decide: \"listen\" cannot be used yet: nothing would look at the post again");
    }

    @Test
    void everyFaultIsFoundAtOnce() {
        assertThat(faultsOf("name: x\nversio: 1\n"))
                .contains("the document: \"version\" is missing", "the document: \"words\" is missing")
                .anyMatch(fault -> fault.startsWith("the document: the key \"versio\" is not known here"));
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        assertThat(faultsOf("name: x\nname: y\n")).singleElement().asString().contains("Duplicate field 'name'");
    }

    @Test
    void whatIsNoMapIsRefused() {
        assertThat(faultsOf("- a\n- b\n")).containsExactly("the document: should be a map of sections");
    }
}
