package dev.heed.ingestion.subscription;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An address for deliveries, and nothing to check them with. */
@QuarkusTest
@TestProfile(HalfSetWebhookComponentTest.NoSecret.class)
@Parts
class HalfSetWebhookComponentTest {

    public static final class NoSecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "heed.ingestion.webhook.url", "https://heed.example/webhooks/x",
                    "heed.ingestion.webhook.consumer-secret", " ",
                    "heed.ingestion.webhook.client-secret", " ");
        }
    }

    @Inject
    Database database;

    @Test
    void whoseHalfIsMissingIsSaidToWhoeverAsksHowListeningGoes() {
        database.sql("insert into account (id, handle, name, status, registered_at, last_polled_at) values"
                + " ('5401', 'half_set', 'Half', 'active', now(), now()) on conflict do nothing");
        given().auth()
                .oauth2(Tokens.of("lead", "lead"))
                .get("/api/ingestion/accounts/half_set/health")
                .then()
                .statusCode(200)
                .body("webhook.state", equalTo("off"))
                .body(
                        "words",
                        hasItem(
                                "X does not deliver by itself: HEED_X_WEBHOOK_URL is set, and no secret to check deliveries"
                                        + " with (HEED_X_CONSUMER_SECRET or HEED_X_CLIENT_SECRET). Polling does the work."));
    }
}
