package dev.heed.reply.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts short secrets with AES-256-GCM: a fresh 12-byte nonce, then ciphertext and tag.
 *
 * <p>What a secret is for is authenticated with it, so that a ciphertext copied to another account or column does not open.
 */
final class SecretBox {
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    // Not static: a native executable would keep the state that it was built with.
    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    SecretBox(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key has %d bytes, not %d".formatted(key.length, KEY_BYTES));
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] seal(String secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot encrypt here", e);
        }
    }

    /** @throws IllegalStateException if it was sealed with another key, for another purpose, or changed since */
    String open(byte[] box, String purpose) {
        try {
            byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(box, NONCE_BYTES, Math.max(0, box.length - NONCE_BYTES));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A stored secret does not open: HEED_SECRET_KEY is not the key it was stored with, or it was changed",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
