package dev.heed.ingestion.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Sources;
import dev.heed.testing.OpenApi;
import dev.heed.testing.Tokens;
import dev.heed.x.Refusal;
import dev.heed.x.XConfig;
import dev.heed.x.XOAuth;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Parts
class AccountResourceComponentTest {

    private static final String ACCOUNTS = "/api/ingestion/accounts";
    private static final String PROBLEM = "application/problem+json";

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    FakeX x;

    @Inject
    Accounts accounts;

    @Inject
    @All
    List<Sources> rooms;

    @Inject
    Pool pool;

    @Inject
    Quotas quotas;

    @Inject
    Vertx vertx;

    @Inject
    XConfig config;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void meet() {
        x.forget();
        quotas.forget();
        x.user("4711", "Globex");
    }

    @Test
    void anAdministratorRegistersAnAccountOnce() {
        register("{\"handle\":\"@globex_late\"}").statusCode(404);
        x.user("4712", "globex_late");
        register("{\"handle\":\"@globex_late\"}")
                .statusCode(201)
                .body("id", equalTo("4712"), "handle", equalTo("globex_late"), "status", equalTo("active"))
                .body("lagSeconds", nullValue());
        register("{\"handle\":\"globex_late\"}").statusCode(200).body("id", equalTo("4712"));
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get(ACCOUNTS)
                .then()
                .statusCode(200)
                .body("items.handle", hasItem("globex_late"));
    }

    @Test
    void anAdministratorPausesResumesAndBoundsAnAccount() {
        x.user("4713", "globex_paused");
        register("{\"handle\":\"globex_paused\",\"monthlyBudgetMicros\":25000000}")
                .statusCode(201)
                .body("monthlyBudgetMicros", equalTo(25_000_000));
        change("4713", "{\"status\":\"paused\"}")
                .statusCode(200)
                .body("status", equalTo("paused"), "monthlyBudgetMicros", equalTo(25_000_000));
        assertThat(sources()).doesNotContain("mentions:4713");
        change("4713", "{\"status\":\"active\",\"monthlyBudgetMicros\":null}")
                .statusCode(200)
                .body("status", equalTo("active"), "monthlyBudgetMicros", nullValue());
        assertThat(sources()).contains("mentions:4713");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"status\":\"removed\"}",
                "{\"status\":null}",
                "{\"monthlyBudgetMicros\":-1}",
                "{\"monthlyBudgetMicros\":1.5}",
                "{\"status\":\"paused\",\"monthlyBudgetMicros\":\"much\"}",
                "{\"status\":\"paused\",\"monthlyBudgetMicro\":25000000}"
            })
    void aChangeThatCannotBeUnderstoodChangesNothing(String body) {
        change("4713", body).statusCode(400).contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "\"monthlyBudgetMicro\":25000000; monthlyBudgetMicro",
                "\"monthlyBudgetMicros\":\"\"; monthlyBudgetMicros",
                "\"monthlyBudgetMicros\":25.00; monthlyBudgetMicros",
                "\"monthlyBudgetMicros\":\"25\"; monthlyBudgetMicros",
            })
    void aBudgetThatIsMisspeltOrNoNumberIsRefusedByName(String budget, String named) {
        x.user("4716", "globex_bound");
        register("{\"handle\":\"globex_bound\"," + budget + "}")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/malformed-body"), "detail", containsString(named));
        as("admin").get(ACCOUNTS).then().body("items.handle", not(hasItem("globex_bound")));
    }

    @Test
    void aRemovedAccountIsHiddenAndForgottenButStillKnownAsOurs() {
        x.user("4714", "globex_gone");
        register("{\"handle\":\"globex_gone\"}").statusCode(201);
        String cursor = "insert into walk_cursor (source, account_id, highest, lease_epoch, moved_at)"
                + " values ('mentions:4714', '4714', 7, 1, now())";
        pool.query(cursor).executeAndAwait();
        as("admin").delete(ACCOUNTS + "/4714").then().statusCode(204);
        as("admin").delete(ACCOUNTS + "/4714").then().statusCode(404).contentType(PROBLEM);
        change("4714", "{\"status\":\"active\"}").statusCode(404);
        as("admin").get(ACCOUNTS).then().body("items.handle", not(hasItem("globex_gone")));
        assertThat(sources()).doesNotContain("mentions:4714");
        assertThat(accounts.ours().await().atMost(LONG))
                .extracting(Account::handle)
                .contains("globex_gone");
        assertThat(pool.query("select 1 from walk_cursor where account_id = '4714'")
                        .executeAndAwait()
                        .size())
                .isZero();

        register("{\"handle\":\"globex_gone\"}").statusCode(201).body("status", equalTo("active"));
    }

    @Test
    void whyXRefusesIsSaidInWords() {
        x.user("4715", "globex_broke");
        register("{\"handle\":\"globex_broke\"}").statusCode(201);
        accounts.refused(new AccountId("4715"), Refusal.CREDITS_DEPLETED, "no credits")
                .await()
                .atMost(LONG);
        as("admin")
                .get(ACCOUNTS)
                .then()
                .body("items.find { it.id == '4715' }.status", equalTo("refused"))
                .body("items.find { it.id == '4715' }.refusedWhy", containsString("credits at X are spent"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mentions/4711%00",
                "/mentions?account=%00",
                "/messages?account=%00",
                "/accounts/%00/spending",
                "/accounts/%00/health"
            })
    void aNulInAnAddressIsRefusedInWords(String address) {
        as("lead")
                .urlEncodingEnabled(false)
                .get("/api/ingestion" + address)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/nul-in-address"));
        as("admin").urlEncodingEnabled(false).delete(ACCOUNTS + "/%00").then().statusCode(400);
        as("admin")
                .urlEncodingEnabled(false)
                .delete("/api/ingestion/connections/%00")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mentions?account=globx",
                "/messages?account=globx",
                "/accounts/globx/spending",
                "/accounts/globx/health"
            })
    void anAccountThatNobodyRegisteredIsUnknownAndNotEmpty(String address) {
        as("lead")
                .get("/api/ingestion" + address)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/unknown-account"));
    }

    @Test
    void anAccountIsKnownByItsHandleEverywhere() {
        x.user("4717", "globex_named");
        register("{\"handle\":\"globex_named\"}").statusCode(201);
        for (String address :
                List.of("/mentions?account=", "/messages?account=", "/accounts/%s/spending", "/accounts/%s/health")) {
            String path = address.contains("%s") ? address.formatted("Globex_named") : address + "Globex_named";
            as("lead").get("/api/ingestion" + path).then().statusCode(200);
        }
    }

    @Test
    void onlyAdministratorsChangeAndRemove() {
        as("lead")
                .contentType(ContentType.JSON)
                .body("{\"status\":\"paused\"}")
                .patch(ACCOUNTS + "/4711")
                .then()
                .statusCode(403);
        as("agent").delete(ACCOUNTS + "/4711").then().statusCode(403);
    }

    @Test
    void aHandleThatXDoesNotKnowIsNotFound() {
        register("{\"handle\":\"nobody\"}")
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/unknown-on-x"), "detail", containsString("@nobody"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"handle\":\"\"}", "{\"handle\":\"a b\"}", "{\"handle\":\"../me\"}", "{\"handle\":"})
    void whatCannotBeAHandleIsRefusedInWords(String body) {
        register(body).statusCode(400).contentType(PROBLEM);
    }

    @Test
    void whenXFailsTheAdministratorIsToldSo() {
        x.next(FakeX.status(503, ""));
        register("{\"handle\":\"Globex\"}")
                .statusCode(502)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/x-did-not-answer"), "detail", containsString("503"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, 409, cannot-ask-x, HEED_X_BEARER_TOKEN",
        "403, 409, cannot-ask-x, our plan may not allow it",
        "402, 503, not-now, credits",
        "429, 503, not-now, spent until"
    })
    void whoIsRefusedByXIsNotToldToTryAgainLater(int byX, int status, String type, String words) {
        x.next(FakeX.status(byX, "{\"title\":\"No\",\"detail\":\"no\"}"));
        register("{\"handle\":\"Globex\"}")
                .statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/" + type))
                .body("detail", containsString(words), "detail", not(containsString("later")));
    }

    @Test
    void whereNoTokenIsSetItIsSaidWhichToSetAndNotToWait() {
        QuarkusMock.installMockForType(
                new XOAuth(vertx, config, meters) {
                    @Override
                    public Optional<String> appBearer() {
                        return Optional.empty();
                    }
                },
                XOAuth.class);
        register("{\"handle\":\"Globex\"}")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/cannot-ask-x"))
                .body(
                        "detail",
                        containsString("HEED_X_BEARER_TOKEN is not set"),
                        "detail",
                        not(containsString("later")));
    }

    @Test
    void withoutATokenNobodyComesIn() {
        given().get(ACCOUNTS)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/not-signed-in"));
        given().auth()
                .oauth2(Tokens.expired("admin", "admin"))
                .get(ACCOUNTS)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.forAudience("another-api", "admin", "admin"))
                .get(ACCOUNTS)
                .then()
                .statusCode(401);
    }

    @Test
    void onlyAdministratorsRegister() {
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .contentType(ContentType.JSON)
                .body("{\"handle\":\"Globex\"}")
                .post(ACCOUNTS)
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", equalTo("https://heed.dev/problems/wrong-role"));
    }

    @Test
    void theContractAndTheHealthAreShown() {
        given().get("/api/ingestion/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/ingestion/accounts'.post.tags", contains("Accounts"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("heed_x_calls"));
    }

    @Test
    void everyOperationSaysWhenItLetsNobodyIn() {
        OpenApi shown = OpenApi.served(
                given().accept("application/json").get("/api/ingestion/openapi").asString());
        assertThat(shown.silentOnRefusals(Set.of("/webhooks/x", "/api/ingestion/connections/callback")))
                .isEmpty();
    }

    private List<String> sources() {
        return rooms.stream()
                .flatMap(room -> room.find().await().atMost(LONG).stream())
                .map(source -> source.key().word())
                .toList();
    }

    private static ValidatableResponse change(String id, String body) {
        return as("admin")
                .contentType(ContentType.JSON)
                .body(body)
                .patch(ACCOUNTS + "/" + id)
                .then();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, role));
    }

    private static ValidatableResponse register(String body) {
        return given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(ACCOUNTS)
                .then();
    }
}
