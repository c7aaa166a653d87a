package dev.heed.ingestion.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.webhook.Deliver;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where X tells by itself polling is the sweep, and the sweep finds what X did not tell. */
@QuarkusTest
@Parts
@TestProfile(SweepComponentTest.Delivered.class)
class SweepComponentTest {

    private static final String ID = "5201";
    private static final int SWEEP = 5_000;

    /** The service as it runs with an address that X delivers to, only more eager. */
    public static class Delivered implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "heed.ingestion.polling", "true",
                    "heed.ingestion.poll-interval", "200ms",
                    "heed.ingestion.search-interval", "0s",
                    "heed.ingestion.sweep-interval", SWEEP + "ms",
                    "heed.ingestion.webhook.url", "https://heed.example/webhooks/x");
        }
    }

    @Inject
    FakeX x;

    @Inject
    Pool pool;

    private final Deliver deliver = new Deliver();

    @Test
    void aDeliveryThatXMissedIsFoundByTheSweep() throws Exception {
        new FakeWebhooks(x);
        FakeOwners owners = new FakeOwners(x, "sweep");
        owners.user(ID, "cyberdyne");
        pool.query(
                        "insert into account (id, handle, name, status, registered_at) values ('%s', 'cyberdyne', 'Cyberdyne', 'active', now())"
                                .formatted(ID))
                .executeAndAwait();
        consent(owners);
        await().atMost(Duration.ofSeconds(30)).until(() -> every() == SWEEP);

        try (HeardEvents ear = HeardEvents.ofMentions(ID)) {
            JsonObject told = XPosts.mention(Instant.now().minusSeconds(2), "cyberdyne", "told");
            x.mention(ID, told);
            assertThat(deliver.signed(Deliver.activity("post.mention.create", ID, told)))
                    .isEqualTo(200);
            JsonObject missed = XPosts.mention(Instant.now().minusSeconds(1), "cyberdyne", "missed");
            x.mention(ID, missed);

            assertThat(ear.await(2)).anySatisfy(event -> heard(event, missed, "sweep"));
            assertThat(ear.rest()).isEmpty();
        }
        assertThat(every()).isEqualTo(SWEEP);
    }

    private static void heard(JsonNode event, JsonObject post, String via) {
        assertThat(event.at("/data/post/id").asText()).isEqualTo(post.getString("id"));
        assertThat(event.at("/data/via").asText()).isEqualTo(via);
    }

    private long every() {
        var rows = pool.query("select every_millis from source_turn where source = 'mentions:" + ID + "'")
                .executeAndAwait()
                .iterator();
        return rows.hasNext() ? rows.next().getLong(0) : -1;
    }

    private static void consent(FakeOwners owners) {
        String url = given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body("{\"account\":\"" + ID + "\"}")
                .post("/api/ingestion/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
        given().queryParams(owners.consent(url, ID))
                .get("/api/ingestion/connections/callback")
                .then()
                .statusCode(200);
    }
}
