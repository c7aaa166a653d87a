package dev.heed.xsim.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a page starts: at the first item older than {@code boundary}, or, going back, at those newer than it.
 *
 * <p>Written in base32hex as X does it, and good only for the question that it was given for ({@code scope}). What is posted meanwhile
 * moves no page.
 */
public record PageToken(boolean older, long boundary) {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int BYTES = 1 + Long.BYTES + Integer.BYTES;

    public String seal(String scope) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put((byte) (older ? 1 : 0))
                .putLong(boundary)
                .putInt(seal(older, boundary, scope))
                .array();
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte octet : bytes) {
            buffer = (buffer << 8) | (octet & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(DIGITS.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return bits > 0
                ? text.append(DIGITS.charAt((buffer << (5 - bits)) & 31)).toString()
                : text.toString();
    }

    /** Empty for a token that was made up, tampered with, or given for another question. */
    public static Optional<PageToken> open(String text, String scope) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
            int digit = DIGITS.indexOf(letter);
            if (digit < 0) {
                return Optional.empty();
            }
            buffer = (buffer << 5) | digit;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                if (!bytes.hasRemaining()) {
                    return Optional.empty();
                }
                bytes.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        if (bytes.hasRemaining() || bits >= 5 || buffer != 0) {
            return Optional.empty();
        }
        bytes.flip();
        PageToken token = new PageToken(bytes.get() == 1, bytes.getLong());
        return bytes.getInt() == seal(token.older, token.boundary, scope) ? Optional.of(token) : Optional.empty();
    }

    private static int seal(boolean older, long boundary, String scope) {
        CRC32 crc = new CRC32();
        crc.update((older + "/" + boundary + "/" + scope).getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
