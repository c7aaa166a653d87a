package dev.heed.xsim.webhook;

import dev.heed.xsim.SimConfig;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What only the holders of the app's secret can write: {@code sha256=} and the base64 of HMAC-SHA256. */
@Singleton
public class Signature {

    private final String header;
    private final byte[] secret;

    Signature(SimConfig config) {
        String secret = switch (config.signedWith()) {
            case CONSUMER -> config.consumerSecret();
            case CLIENT -> config.clientSecret();
        };
        this.header = switch (config.signedWith()) {
            case CONSUMER -> "x-twitter-webhooks-signature";
            case CLIENT -> "x-twitter-webhooks-signature-oauth2";
        };
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Where it is told. */
    public String header() {
        return header;
    }

    public String of(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
