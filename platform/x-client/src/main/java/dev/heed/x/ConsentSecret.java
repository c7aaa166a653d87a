package dev.heed.x;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What only the one who asked for a consent knows: the state that X's browser brings back, or the code verifier that proves
 * to X that the asker and the taker are one (PKCE, RFC 7636). 256 bits, good once.
 */
public record ConsentSecret(String text) {

    private static final int BYTES = 32;

    /** @param random of a kind that nobody can guess */
    public static ConsentSecret next(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ConsentSecret(base64(bytes));
    }

    /** Of a code verifier: what X is shown first and compares with the verifier later (S256). */
    String challenge() {
        return base64(sha256());
    }

    /** By which a state can be known again without being kept. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "ConsentSecret[***]";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
