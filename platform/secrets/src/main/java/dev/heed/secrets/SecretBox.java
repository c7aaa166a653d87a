package dev.heed.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts short secrets with AES-256-GCM: a fresh 12-byte nonce, then ciphertext and tag. Safe for use by several threads.
 *
 * <p>What a secret is for is authenticated with it, so that a ciphertext copied to another account or column does not open.
 */
public final class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    // Not static: a native executable would keep the state that it was built with.
    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    private SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * A box of the key that {@code HEED_SECRET_KEY} holds: base64 of 32 bytes.
     *
     * @throws IllegalStateException in words for the operator, without the key
     */
    public static SecretBox ofKey(String base64) {
        String how = " It encrypts what the database must not show. Make one with: openssl rand -base64 32";
        if (base64.isBlank()) {
            throw new IllegalStateException("HEED_SECRET_KEY is missing." + how);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            // its message would quote the key
            throw new IllegalStateException("HEED_SECRET_KEY is not base64." + how);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "HEED_SECRET_KEY holds %d bytes instead of %d.".formatted(key.length, KEY_BYTES) + how);
        }
        return new SecretBox(key);
    }

    /** @param purpose what the secret is for; opening it takes the same words */
    public byte[] seal(String secret, String purpose) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), purpose);
    }

    /** @param purpose what the secret is for; opening it takes the same words */
    public byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot encrypt here", e);
        }
    }

    /** @throws DoesNotOpenException if it was sealed with another key, for another purpose, or changed since */
    public String open(byte[] box, String purpose) {
        return new String(openBytes(box, purpose), StandardCharsets.UTF_8);
    }

    /** @throws DoesNotOpenException if it was sealed with another key, for another purpose, or changed since */
    public byte[] openBytes(byte[] box, String purpose) {
        try {
            byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(box, Math.min(NONCE_BYTES, box.length), Math.max(0, box.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new DoesNotOpenException(
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
