package dev.heed.ingestion.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only X and we can write: {@code sha256=} and the base64 of the HMAC-SHA256 under a secret of the app's.
 *
 * <p>X uses one secret for two things: it signs deliveries, and we sign the challenges of whoever asks. So what we sign must
 * never be what X could deliver: a challenge is letters, digits and a few marks, and no JSON.
 */
final class Signature {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9+/=_-]{1,256}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    Signature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether somebody may have this signed by us. */
    static boolean isChallenge(String crcToken) {
        return CHALLENGE.matcher(crcToken).matches();
    }

    String of(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Whether X signed these bytes, in a time that does not tell how nearly. */
    boolean isRight(byte[] bytes, String signature) {
        return MessageDigest.isEqual(
                of(bytes).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }
}
