package dev.heed.benchmarks.parts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Issues tokens in place of an identity provider, which would only take processor time from what is measured.
 *
 * <p>The key is made for one run and never written down; the service is told the public half and verifies as ever.
 */
final class Issuer {
    private static final String NAME = "http://localhost:8080/auth/realms/heed";
    private static final Duration LIFE = Duration.ofHours(1);

    private final KeyPair keys;

    Issuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows RSA", e);
        }
    }

    /** What makes a service verify these tokens and look for no provider. */
    Map<String, String> settings() {
        return Map.of(
                "HEED_OIDC_ISSUER",
                NAME,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                "",
                "QUARKUS_OIDC_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    /** An administrator's token. */
    String administrator() {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"%s","aud":"heed-api","sub":"bench","preferred_username":"bench",\
                "roles":["admin","lead","agent"],"iat":%d,"exp":%d}""".formatted(NAME, now - 1, now + LIFE.toSeconds());
        String signed = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims);
        return signed + "." + encode(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a fresh key signs", e);
        }
    }

    private static String part(String json) {
        return encode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
