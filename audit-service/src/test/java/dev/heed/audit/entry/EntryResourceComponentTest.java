package dev.heed.audit.entry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.heed.audit.EventFixture;
import dev.heed.audit.Log;
import dev.heed.audit.Parts;
import dev.heed.audit.tree.LeafHash;
import dev.heed.testing.OpenApi;
import dev.heed.testing.RealParts;
import dev.heed.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log's doors: who may enter, and what they find. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "audit"))
class EntryResourceComponentTest {

    private final String reply = "r-" + UUID.randomUUID();
    private Parts parts;

    @BeforeEach
    void connect() throws IOException, TimeoutException {
        parts = new Parts();
    }

    @AfterEach
    void disconnect() throws IOException {
        parts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "ticket", "reply", "post"})
    void a_nul_is_refused_in_words(String filter) {
        Log.as("compliance", "compliance")
                .urlEncodingEnabled(false)
                .get("/api/audit/entries?" + filter + "=%00")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://heed.dev/problems/nul-in-address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/audit/entries",
                "/api/audit/entries/0",
                "/api/audit/entries/0/bytes",
                "/api/audit/verification"
            })
    void nobody_enters_without_a_token_nor_as_an_agent(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("https://heed.dev/problems/not-signed-in"));
        given().auth()
                .oauth2(Tokens.expired("compliance", "compliance"))
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        Log.as("agent", "agent")
                .get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://heed.dev/problems/wrong-role"))
                .body("detail", notNullValue());
    }

    @Test
    void a_lead_reads_entries_and_leaves_the_verification_to_compliance() {
        Log.as("lead", "agent", "lead").get("/api/audit/entries").then().statusCode(200);
        Log.as("lead", "agent", "lead").get("/api/audit/verification").then().statusCode(403);
        Log.as("admin", "admin").get("/api/audit/verification").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/audit/entries/999999999, 404, unknown-entry",
        "/api/audit/entries/999999999/bytes, 404, unknown-entry",
        "/api/audit/entries/first, 404, not-found",
        "/api/audit/entries?kind=rumour, 400, unknown-kind",
        "/api/audit/entries?cursor=nonsense, 400, unknown-cursor",
        "/api/audit/entries?limit=0, 400, limit-out-of-range",
        "/api/audit/entries?limit=201, 400, limit-out-of-range",
        "/api/audit/entries?limit=many, 400, limit-out-of-range"
    })
    void what_is_not_there_is_refused_in_words(String path, int status, String problem) {
        Log.asCompliance()
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", containsString(problem))
                .body("detail", notNullValue());
    }

    @Test
    void pages_give_every_entry_once_newest_first() {
        for (int i = 0; i < 5; i++) {
            parts.publish("reply.intended.v1", EventFixture.intended(reply, "try " + i));
        }
        Log.awaitEntriesOf(reply, 5);

        List<Integer> walked = new ArrayList<>();
        JsonPath page = page(null);
        walked.addAll(page.getList("items.index"));
        while (page.get("next") != null) {
            page = page(page.getString("next"));
            walked.addAll(page.getList("items.index"));
        }

        assertThat(walked).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
    }

    private JsonPath page(@org.jspecify.annotations.Nullable String cursor) {
        var request = Log.asCompliance().queryParam("reply", reply).queryParam("limit", 2);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/api/audit/entries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void the_bytes_are_what_the_leaf_hash_commits_to() {
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "Grüße ☕"));
        long index = Log.awaitIndexOf(reply);

        Response bytes = Log.asCompliance().get("/api/audit/entries/" + index + "/bytes");
        String leafHash = LeafHash.of(bytes.asByteArray()).base64();

        bytes.then().statusCode(200).contentType("application/json").header("ETag", "\"" + leafHash + "\"");
        Log.asCompliance()
                .get("/api/audit/entries/" + index)
                .then()
                .statusCode(200)
                .body("leafHash", equalTo(leafHash))
                .body("body.text", equalTo("Grüße ☕"));
        Log.asCompliance()
                .header("If-None-Match", "\"" + leafHash + "\"")
                .get("/api/audit/entries/" + index + "/bytes")
                .then()
                .statusCode(304);
    }

    @Test
    void every_operation_says_when_it_lets_nobody_in() {
        OpenApi shown = OpenApi.served(
                given().accept("application/json").get("/api/audit/openapi").asString());
        assertThat(shown.silentOnRefusals(Set.of())).isEmpty();
    }

    @Test
    void health_metrics_and_openapi_are_open_to_who_operates_it() {
        parts.publish("reply.intended.v1", EventFixture.intended(reply, "counted"));
        Log.awaitEntriesOf(reply, 1);

        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("heed_entries_total{kind=\"intent\"}"))
                .body(containsString("heed_seal_lag_seconds"));
        given().accept("application/json")
                .get("/api/audit/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/api/audit/entries/{index}/bytes"));
    }
}
