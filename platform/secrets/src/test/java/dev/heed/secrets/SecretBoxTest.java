package dev.heed.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private final SecretBox box = SecretBox.ofKey(key(0));

    @Test
    void what_was_sealed_opens_for_its_purpose() {
        assertThat(box.open(box.seal("token", "access/1"), "access/1")).isEqualTo("token");
        assertThat(box.openBytes(box.seal(new byte[] {0, -1}, "body"), "body")).containsExactly(0, -1);
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
    void a_box_that_was_touched_or_cut_does_not_open() {
        byte[] sealed = box.seal("token", "access/1");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> box.open(sealed, "access/1")).hasMessageContaining("does not open");
        assertThatThrownBy(() -> box.open(new byte[3], "access/1")).hasMessageContaining("does not open");
    }

    @Test
    void a_box_of_another_key_does_not_open() {
        byte[] sealed = SecretBox.ofKey(key(1)).seal("token", "access/1");

        assertThatThrownBy(() -> box.open(sealed, "access/1")).hasMessageContaining("HEED_SECRET_KEY");
    }

    @Test
    void a_missing_short_or_garbled_key_is_refused_in_words_that_do_not_quote_it() {
        assertThatThrownBy(() -> SecretBox.ofKey("")).hasMessageContaining("HEED_SECRET_KEY is missing");
        assertThatThrownBy(() -> SecretBox.ofKey(Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("16 bytes instead of 32");
        assertThatThrownBy(() -> SecretBox.ofKey("not base64!"))
                .hasMessageContaining("not base64")
                .hasNoCause();
    }

    private static String key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }
}
