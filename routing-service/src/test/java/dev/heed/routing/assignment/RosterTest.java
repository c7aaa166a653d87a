package dev.heed.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> ALL = List.of("ann", "bob", "cem");

    private static String given(Roster roster, List<String> owners) {
        return roster.give(owners, null, NOW).orElseThrow().owner();
    }

    @Test
    void theOneWithTheFewestOpenTicketsGetsIt() {
        var roster =
                new Roster(List.of(new Share("ann", 2, null), new Share("bob", 1, NOW), new Share("cem", 3, null)));

        assertThat(given(roster, ALL)).isEqualTo("bob");
    }

    @Test
    void amongEqualsTheLongestIdleGetsIt() {
        var roster = new Roster(
                List.of(new Share("ann", 1, NOW), new Share("bob", 1, NOW.minusSeconds(60)), new Share("cem", 1, NOW)));

        assertThat(given(roster, ALL)).isEqualTo("bob");
    }

    @Test
    void whoNeverGotOneIsTheLongestIdle() {
        var roster = new Roster(List.of(new Share("ann", 1, NOW.minusSeconds(9999)), new Share("bob", 1, null)));

        assertThat(given(roster, ALL)).isEqualTo("bob");
    }

    @Test
    void aBurstIsSharedEvenly() {
        Roster roster = RosterFixture.idle("ann", "bob", "cem");

        Map<String, Long> shares = IntStream.range(0, 300)
                .mapToObj(i -> given(roster, ALL))
                .collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));

        assertThat(shares).isEqualTo(Map.of("ann", 100L, "bob", 100L, "cem", 100L));
    }

    @Test
    void aKnownOwnerKeepsTheCustomerWhateverTheirShare() {
        var roster = new Roster(List.of(new Share("ann", 9, NOW), new Share("bob", 0, null)));

        Assignment assignment = roster.give(ALL, "ann", NOW).orElseThrow();

        assertThat(assignment).isEqualTo(new Assignment("ann", "knows this customer"));
    }

    @Test
    void aKnownOwnerOfAnotherTierIsNotAsked() {
        Roster roster = RosterFixture.idle("ann", "bob");

        assertThat(roster.give(List.of("bob"), "ann", NOW))
                .map(Assignment::owner)
                .contains("bob");
    }

    @Test
    void nobodyAvailableIsNobody() {
        assertThat(RosterFixture.idle().give(ALL, null, NOW)).isEmpty();
        assertThat(RosterFixture.idle("ann").give(List.of(), "ann", NOW)).isEmpty();
    }
}
