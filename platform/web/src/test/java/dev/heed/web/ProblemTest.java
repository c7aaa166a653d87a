package dev.heed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aProblemCarriesItsStableTypeAndItsWords() {
        Problem problem =
                Problem.of(409, "ticket-owned-by-another", "Ticket owned by another", "It belongs to \"lea\".");

        assertThat(problem.body().toString())
                .isEqualTo("{\"type\":\"https://heed.dev/problems/ticket-owned-by-another\","
                        + "\"title\":\"Ticket owned by another\",\"status\":409,"
                        + "\"detail\":\"It belongs to \\\"lea\\\".\"}");
    }

    @Test
    void an_act_that_found_nothing_is_refused() {
        Problem gone = Problem.of(404, "gone", "Gone", "Look again.");

        assertThatNoException().isThrownBy(() -> Problem.unlessFound(() -> gone).accept(true));
        assertThatThrownBy(() -> Problem.unlessFound(() -> gone).accept(false)).isSameAs(gone);
    }

    @Test
    void aProblemCostsNoStackTrace() {
        assertThat(Problem.of(400, "bad-cursor", "Bad", "Again.").getStackTrace())
                .isEmpty();
    }
}
