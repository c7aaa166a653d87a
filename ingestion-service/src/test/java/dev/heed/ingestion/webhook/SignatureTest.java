package dev.heed.ingestion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private final Signature signature = new Signature("key");
    private final byte[] body = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsTheBase64OfTheHmac() {
        // the well-known vector f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8
        assertThat(signature.of(body)).isEqualTo("sha256=97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=");
        assertThat(signature.isRight(body, "sha256=97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg="))
                .isTrue();
    }

    @Test
    void oneBitFlippedAnywhereIsNoSignature() {
        String right = signature.of(body);
        for (int bit = 0; bit < body.length * 8; bit += 7) {
            byte[] flipped = body.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(signature.isRight(flipped, right)).isFalse();
        }
        for (int at = 0; at < right.length(); at++) {
            String flipped = right.substring(0, at) + (char) (right.charAt(at) ^ 1) + right.substring(at + 1);
            assertThat(signature.isRight(body, flipped)).isFalse();
        }
    }

    @Test
    void otherWaysToWriteItAreNoSignature() {
        String right = signature.of(body);
        assertThat(signature.isRight(body, right.replace("sha256=", ""))).isFalse();
        assertThat(signature.isRight(body, right.replace('+', '-'))).isFalse();
        assertThat(signature.isRight(body, right.replaceAll("=$", ""))).isFalse();
        assertThat(signature.isRight(body, right.replace("sha256", "SHA256"))).isFalse();
        assertThat(signature.isRight(body, " " + right)).isFalse();
        assertThat(signature.isRight(body, "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"))
                .isFalse();
        assertThat(signature.isRight(body, "")).isFalse();
    }

    @Test
    void whatCouldBeADeliveryIsNeverSignedAsAChallenge() {
        assertThat(Signature.isChallenge("YTRkZGY3OTItZjE2ZS00")).isTrue();
        assertThat(Signature.isChallenge("a+b/c==")).isTrue();
        assertThat(Signature.isChallenge("{\"data\":{}}")).isFalse();
        assertThat(Signature.isChallenge("[]")).isFalse();
        assertThat(Signature.isChallenge("")).isFalse();
        assertThat(Signature.isChallenge("a".repeat(257))).isFalse();
    }
}
