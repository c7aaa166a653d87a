package dev.heed.reply.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void a_grant_never_prints_its_token() {
        assertThat(new Grant.Usable("secret-token").toString()).doesNotContain("secret-token");
    }
}
