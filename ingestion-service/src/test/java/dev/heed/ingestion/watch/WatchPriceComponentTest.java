package dev.heed.ingestion.watch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A company with prices of its own at X. */
@QuarkusTest
@TestProfile(WatchPriceComponentTest.OwnPrices.class)
@Parts
class WatchPriceComponentTest {

    /** Each post that is read costs seven tenths of a cent. */
    public static final class OwnPrices implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("heed.ingestion.spending.post-read", "7000");
        }
    }

    @Inject
    FakeX x;

    @Inject
    Pool pool;

    @Test
    void whatAWatchWillCostIsReckonedWithThePriceThatTheLedgerBooks() {
        x.forget();
        pool.query("insert into account (id, handle, name, status, registered_at) values"
                        + " ('7702', 'aperture_pays', 'Aperture', 'active', now()) on conflict do nothing")
                .executeAndAwait();
        for (int n = 1; n <= 7; n++) {
            x.lost(XPosts.mention(Instant.now().minus(Duration.ofHours(n)), "nobody", "a portal gun"));
        }
        given().auth()
                .oauth2(Tokens.of("lead", "lead"))
                .contentType(ContentType.JSON)
                .body("{\"account\":\"7702\",\"query\":\"portal\"}")
                .post("/api/ingestion/watches/try")
                .then()
                .statusCode(200)
                .body("volume.postsADay", equalTo(1.0f), "volume.microsADay", equalTo(7_000));
    }
}
