package dev.heed.reply.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsentTest {

    @Test
    void the_challenge_is_that_of_rfc_7636() {
        assertThat(ConnectAccount.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void a_grant_never_prints_its_token() {
        assertThat(new Grant.Usable("secret-token").toString()).doesNotContain("secret-token");
    }
}
