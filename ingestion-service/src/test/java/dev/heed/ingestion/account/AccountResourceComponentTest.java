package dev.heed.ingestion.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Parts
class AccountResourceComponentTest {

    private static final String ACCOUNTS = "/api/ingestion/accounts";
    private static final String PROBLEM = "application/problem+json";

    @Inject
    FakeX x;

    @BeforeEach
    void meet() {
        x.forget();
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

    private static ValidatableResponse register(String body) {
        return given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(ACCOUNTS)
                .then();
    }
}
