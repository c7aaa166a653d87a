package dev.heed.reply.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a writer asks for.
 *
 * @param inReplyTo the post to answer; without it the customer's latest
 * @param ticketVersion the version of the ticket that the writer has seen; 0 for whichever is known here
 */
record NewDraft(String ticketId, String text, @Nullable String inReplyTo, long ticketVersion) {

    /** Tells two requests apart that come under one idempotency key. Every part is led by its length, so none can flow into the next. */
    String hash() {
        MessageDigest sha256 = sha256();
        for (String part :
                new String[] {ticketId, text, inReplyTo == null ? "-" : "+" + inReplyTo, "" + ticketVersion}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
