package dev.heed.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void theSignatureHoldsUnderThePublishedKey() throws Exception {
        String[] token = Tokens.of("agent", "agent").split("\\.", -1);
        byte[] published = Base64.getDecoder().decode(Tokens.settings().get("quarkus.oidc.public-key"));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(published)));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void theClaimsAreThoseThatServicesRead() throws Exception {
        JsonNode claims = claims(Tokens.of("lead", "agent", "lead"));

        assertThat(claims.get("preferred_username").asText()).isEqualTo("lead");
        assertThat(claims.get("roles")).extracting(JsonNode::asText).containsExactlyInAnyOrder("agent", "lead");
        assertThat(claims.get("aud").toString()).contains("heed-api");
        assertThat(claims.get("iss").asText()).isEqualTo(Tokens.ISSUER);
    }

    @Test
    void anExpiredTokenIsExpired() throws Exception {
        assertThat(claims(Tokens.expired("agent", "agent")).get("exp").asLong())
                .isLessThan(Instant.now().getEpochSecond());
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
