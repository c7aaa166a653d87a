package dev.heed.audit.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The hash of one leaf of the log: SHA-256 over the byte 0x00 and the leaf's bytes (RFC 6962, section 2.1).
 *
 * <p>The prefix keeps a leaf from ever being taken for an inner node, which is hashed under 0x01. Always 32 bytes.
 */
public final class LeafHash {

    public static final int BYTES = 32;
    private static final byte LEAF = 0x00;

    private final byte[] value;

    private LeafHash(byte[] value) {
        this.value = value;
    }

    public static LeafHash of(byte[] leaf) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return new LeafHash(sha256.digest(leaf));
    }

    /** A hash as stored. A value of another length than 32 bytes equals no leaf's hash, so it is taken as it is. */
    public static LeafHash stored(byte[] value) {
        return new LeafHash(value.clone());
    }

    public byte[] bytes() {
        return value.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeafHash that && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return base64();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
