package dev.heed.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConsentSecretTest {

    @Test
    void the_challenge_is_that_of_rfc_7636() {
        assertThat(new ConsentSecret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void it_is_long_enough_for_x_and_safe_in_an_address() {
        assertThat(ConsentSecret.next(new Random(7)).text()).matches("[\\w-]{43}");
    }

    @Test
    void it_never_prints_itself() {
        assertThat(new ConsentSecret("dBjftJeZ4CVP").toString()).doesNotContain("dBjftJeZ4CVP");
    }
}
