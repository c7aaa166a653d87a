package dev.heed.reply.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final SecretBox box = new SecretBox(new byte[32]);

    @Test
    void what_was_sealed_opens_for_its_purpose() {
        assertThat(box.open(box.seal("token", "access/1"), "access/1")).isEqualTo("token");
    }

    @Test
    void twice_the_same_secret_is_never_twice_the_same_box() {
        assertThat(box.seal("token", "access/1")).isNotEqualTo(box.seal("token", "access/1"));
        assertThat(new String(box.seal("token", "access/1"), StandardCharsets.ISO_8859_1))
                .doesNotContain("token");
    }

    @Test
    void a_box_moved_to_another_account_does_not_open() {
        byte[] sealed = box.seal("token", "access/1");

        assertThatThrownBy(() -> box.open(sealed, "access/2")).hasMessageContaining("does not open");
    }

    @Test
    void a_box_that_was_touched_does_not_open() {
        byte[] sealed = box.seal("token", "access/1");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> box.open(sealed, "access/1")).hasMessageContaining("does not open");
    }

    @Test
    void a_box_of_another_key_does_not_open() {
        byte[] other = new byte[32];
        other[0] = 1;
        byte[] sealed = new SecretBox(other).seal("token", "access/1");

        assertThatThrownBy(() -> box.open(sealed, "access/1")).hasMessageContaining("HEED_SECRET_KEY");
    }

    @Test
    void a_missing_short_or_garbled_key_is_refused_in_words() {
        assertThatThrownBy(() -> Secrets.key("")).hasMessageContaining("HEED_SECRET_KEY is missing");
        assertThatThrownBy(() -> Secrets.key(Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("16 bytes instead of 32");
        assertThatThrownBy(() -> Secrets.key("not base64!")).hasMessageContaining("not base64");
    }

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
