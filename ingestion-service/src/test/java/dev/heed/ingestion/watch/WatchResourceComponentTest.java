package dev.heed.ingestion.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Parts
class WatchResourceComponentTest {

    private static final String WATCHES = "/api/ingestion/watches";
    private static final String PROBLEM = "application/problem+json";

    @Inject
    FakeX x;

    @Inject
    Pool pool;

    @Inject
    Quotas quotas;

    @BeforeEach
    void begin() {
        x.forget();
        quotas.forget();
        pool.query("delete from watch").executeAndAwait();
        pool.query("insert into account (id, handle, name, status, registered_at) values"
                        + " ('7701', 'aperture', 'Aperture', 'active', now()) on conflict do nothing")
                .executeAndAwait();
    }

    @Test
    void aQueryIsTriedBeforeItIsKept() {
        post(Duration.ofHours(1));
        post(Duration.ofHours(2));
        attempt("portal OR \"portal gun\"")
                .statusCode(200)
                .body("problems", empty(), "posts", hasSize(2))
                .body("posts[0].text", containsString("a portal gun"), "posts[0].authorHandle", equalTo("user77"))
                .body("volume.lastSevenDays", equalTo(2), "volume.postsADay", equalTo(0.3f))
                .body("volume.microsADay", equalTo(1429), "answerable.byApi", equalTo(false))
                .body("asked", containsString("(portal OR \"portal gun\") -is:retweet"));
        assertThat(URLDecoder.decode(x.asked().getFirst(), StandardCharsets.UTF_8))
                .contains("max_results=10", "-from:aperture");
        list().body("items", empty());
    }

    @Test
    void moreThanTenPostsTellHowFastTheyCome() {
        for (int n = 1; n <= 12; n++) {
            post(Duration.ofMinutes(6L * n));
        }
        attempt("portal")
                .statusCode(200)
                .body("posts", hasSize(10), "volume.lastSevenDays", nullValue())
                .body("volume.postsADay", allOf(greaterThan(220.0f), lessThanOrEqualTo(240.0f)))
                .body("volume.microsADay", allOf(greaterThan(1_100_000), lessThanOrEqualTo(1_200_000)));
    }

    @Test
    void whatIsWrongWithAQueryIsToldWithItsPlaceAndXIsNotAsked() {
        attempt("portal colour:blue is:new")
                .statusCode(200)
                .body("problems", hasSize(2), "problems[0].start", equalTo(7), "problems[0].end", equalTo(18))
                .body("problems[0].words", containsString("colour:"), "asked", nullValue());
        setUp("gun", "has:media")
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/unreadable-query"))
                .body("detail", containsString("Characters 0 to 9"));
        assertThat(x.asked()).isEmpty();
    }

    @Test
    void whatXRefusesIsToldInItsWordsAndNotKept() {
        String refusal = "{\"errors\":[{\"message\":\"There were errors processing your request: no such thing\"}]}";
        x.next(FakeX.status(400, refusal), FakeX.status(400, refusal));
        attempt("portal").statusCode(200).body("problems[0].words", containsString("X says: There were errors"));
        setUp("gun", "portal").statusCode(422).body("detail", containsString("no such thing"));
        list().body("items", empty());
    }

    @Test
    void whenXDoesNotAnswerNothingIsKept() {
        x.next(FakeX.status(503, ""), FakeX.status(402, "{\"title\":\"CreditsDepleted\",\"detail\":\"no credits\"}"));
        setUp("gun", "portal").statusCode(502).contentType(PROBLEM).body("detail", containsString("503"));
        setUp("gun", "portal").statusCode(503).contentType(PROBLEM).body("detail", containsString("no credits"));
        list().body("items", empty());
    }

    @Test
    void whereXRefusesUsItIsSaidWhatToSetAndNotToWait() {
        x.next(FakeX.status(401, "{\"title\":\"Unauthorized\",\"detail\":\"Unauthorized\"}"));
        setUp("gun", "portal")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/cannot-ask-x"))
                .body("detail", containsString("HEED_X_BEARER_TOKEN"), "detail", not(containsString("was not asked")));
        x.next(FakeX.status(429, ""));
        attempt("portal")
                .statusCode(503)
                .body("type", equalTo("https://heed.dev/problems/not-now"))
                .body("detail", containsString("spent until"), "detail", not(containsString("was not asked")));
    }

    @Test
    void aWatchIsSetUpListedAndDeleted() {
        String id = setUp("gun", " portal   OR  gun ")
                .statusCode(201)
                .body("account.handle", equalTo("aperture"), "name", equalTo("gun"), "status", equalTo("active"))
                .body("query", equalTo("portal   OR  gun"), "createdBy", equalTo("lead"))
                .body("answerable.byApi", equalTo(false), "answerable.why", containsString("@aperture"))
                .extract()
                .path("id");
        list().body("items", hasSize(1), "items[0].id", equalTo(id), "items[0].lastHeardAt", nullValue());
        by("lead").delete(WATCHES + "/" + id).then().statusCode(204);
        by("lead").delete(WATCHES + "/" + id).then().statusCode(404).contentType(PROBLEM);
        list().body("items", empty());
    }

    @Test
    void anotherQueryBeginsAnewFromNowOn() {
        String id = setUp("gun", "portal").extract().path("id");
        String from = pool(id, "listens_from");
        change(id, "{\"query\":\"turret\"}").statusCode(200).body("query", equalTo("turret"), "name", equalTo("gun"));
        assertThat(pool(id, "beginnings")).isEqualTo("1");
        assertThat(pool(id, "asked")).contains("turret", "-is:retweet").doesNotContain("portal");
        assertThat(Instant.parse(pool(id, "listens_from"))).isAfter(Instant.parse(from));

        change(id, "{\"query\":\"cake\",\"backfill\":true}").statusCode(200);
        assertThat(Duration.between(Instant.parse(pool(id, "listens_from")), Instant.now()))
                .isGreaterThan(Duration.ofDays(6));

        change(id, "{\"query\":\"lang:en\"}").statusCode(422);
        list().body("items[0].query", equalTo("cake"));
    }

    @Test
    void aWatchIsRenamedPausedAndGoesOn() {
        String id = setUp("gun", "portal").extract().path("id");
        x.forget();
        change(id, "{\"name\":\"the gun\",\"status\":\"paused\"}")
                .statusCode(200)
                .body("name", equalTo("the gun"), "status", equalTo("paused"));
        assertThat(x.asked()).isEmpty();
        assertThat(pool(id, "beginnings")).isEqualTo("0");
        change(id, "{\"query\":\"turret\"}").statusCode(200).body("status", equalTo("paused"));
        change(id, "{\"status\":\"active\"}")
                .statusCode(200)
                .body("status", equalTo("active"), "query", equalTo("turret"));
        assertThat(pool(id, "beginnings")).isEqualTo("2");
        change(id, "{\"status\":\"refused\"}").statusCode(400).contentType(PROBLEM);
        change(id, "{\"name\":\" \"}").statusCode(400).contentType(PROBLEM);
    }

    @Test
    void aChangeThatIsMisspeltOrChangesNothingIsRefused() {
        String id = setUp("gun", "portal").extract().path("id");
        change(id, "{\"state\":\"paused\"}")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("`state`"), "detail", containsString("`status`"));
        change(id, "{}").statusCode(400).body("type", equalTo("https://heed.dev/problems/invalid-change"));
        change(id, "{\"name\":\"the gun\",\"backfill\":true}")
                .statusCode(400)
                .body("type", equalTo("https://heed.dev/problems/invalid-change"))
                .body("detail", containsString("backfill"));
        list().body("items[0].name", equalTo("gun"), "items[0].status", equalTo("active"));
    }

    @Test
    void namesAreUniqueAndWatchesAreLimited() {
        setUp("gun", "portal").statusCode(201);
        setUp("Gun", "turret")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/name-taken"));
        for (int n = 1; n < 20; n++) {
            setUp("gun " + n, "portal").statusCode(201);
        }
        setUp("one more", "portal").statusCode(409).body("type", equalTo("https://heed.dev/problems/too-many-watches"));
        list().body("items", hasSize(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"account\":\"aperture\"}",
                "{\"account\":\"aperture\",\"name\":\"\",\"query\":\"portal\"}",
                "{\"account\":\"aperture\",\"name\":\"a\\nb\",\"query\":\"portal\"}",
                "{\"account\":{}}",
                "[]",
                "{"
            })
    void whatCannotBeAWatchIsRefusedInWords(String body) {
        by("lead")
                .contentType(ContentType.JSON)
                .body(body)
                .post(WATCHES)
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void anUnknownAccountOrWatchIsNotFound() {
        by("lead")
                .contentType(ContentType.JSON)
                .body("{\"account\":\"nobody\",\"name\":\"gun\",\"query\":\"portal\"}")
                .post(WATCHES)
                .then()
                .statusCode(404)
                .body("detail", containsString("nobody"));
        change("not-an-id", "{}").statusCode(404);
        change("00000000-0000-7000-8000-000000000000", "{}").statusCode(404).contentType(PROBLEM);
    }

    @Test
    void agentsReadAndLeadsWrite() {
        by("agent").get(WATCHES).then().statusCode(200).body("items", everyItem(notNullValue()));
        by("agent")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(WATCHES)
                .then()
                .statusCode(403);
        by("agent")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(WATCHES + "/try")
                .then()
                .statusCode(403);
        by("compliance").get(WATCHES).then().statusCode(403);
        given().get(WATCHES).then().statusCode(401).contentType(not(equalTo("text/html")));
    }

    private void post(Duration ago) {
        x.lost(XPosts.mention(Instant.now().minus(ago), "nobody", "a portal gun"));
    }

    private static ValidatableResponse attempt(String query) {
        return by("lead")
                .contentType(ContentType.JSON)
                .body(new JsonObject()
                        .put("account", "@Aperture")
                        .put("query", query)
                        .encode())
                .post(WATCHES + "/try")
                .then();
    }

    private static ValidatableResponse setUp(String name, String query) {
        return by("lead")
                .contentType(ContentType.JSON)
                .body(new JsonObject()
                        .put("account", "7701")
                        .put("name", name)
                        .put("query", query)
                        .encode())
                .post(WATCHES)
                .then();
    }

    private static ValidatableResponse change(String id, String body) {
        return by("lead")
                .contentType(ContentType.JSON)
                .body(body)
                .patch(WATCHES + "/" + id)
                .then();
    }

    private static ValidatableResponse list() {
        return by("lead").get(WATCHES).then().statusCode(200);
    }

    private String pool(String id, String column) {
        String read = column.equals("listens_from")
                ? "to_char(listens_from at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                : column + "::text";
        return pool.query("select " + read + " from watch where id = '" + id + "'")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
    }

    private static RequestSpecification by(String role) {
        return given().auth().oauth2(Tokens.of(role, role));
    }
}
