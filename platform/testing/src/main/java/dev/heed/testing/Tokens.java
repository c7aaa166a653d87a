package dev.heed.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Access tokens as the identity provider would issue them: really signed here, really verified by the service.
 *
 * <p>The key pair is a file of this module, so that every class loader and every JVM signs alike. It opens nothing but
 * services that were started with {@link RealParts}.
 */
public final class Tokens {
    /** The issuer that services expect when nothing else is configured. */
    public static final String ISSUER = "http://localhost:8080/auth/realms/heed";

    /** The audience that services insist on. */
    public static final String AUDIENCE = "heed-api";

    private static final Duration LIFE = Duration.ofMinutes(30);

    private Tokens() {}

    /** A valid token of this user with these realm roles. */
    public static String of(String user, String... roles) {
        return sign(claims(user, roles));
    }

    /** A token that was valid until an hour ago. */
    public static String expired(String user, String... roles) {
        Instant end = Instant.now().minus(Duration.ofHours(1));
        return sign(claims(user, roles).issuedAt(end.minus(LIFE)).expiresAt(end));
    }

    /** A token that was issued for another API. */
    public static String forAudience(String audience, String user, String... roles) {
        return sign(claims(user, roles).audience(audience));
    }

    /** A token of another issuer. */
    public static String fromIssuer(String issuer, String user, String... roles) {
        return sign(claims(user, roles).issuer(issuer));
    }

    /** What makes a service verify these tokens, and look for no provider. */
    static Map<String, String> settings() {
        return Map.of(
                "HEED_OIDC_ISSUER",
                ISSUER,
                "quarkus.oidc.public-key",
                key("token-key.public"),
                "quarkus.oidc.auth-server-url",
                "");
    }

    private static JwtClaimsBuilder claims(String user, String... roles) {
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user)
                .claim("preferred_username", user)
                .claim("roles", Set.copyOf(Arrays.asList(roles)))
                .issuedAt(now.minusSeconds(1))
                .expiresAt(now.plus(LIFE));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().sign(privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(key("token-key.private"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The test key is damaged", e);
        }
    }

    private static String key(String file) {
        try (InputStream in = Tokens.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
