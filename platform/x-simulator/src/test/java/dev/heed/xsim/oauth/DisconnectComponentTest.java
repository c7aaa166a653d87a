package dev.heed.xsim.oauth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consent ends: by the app, or by the user. */
@QuarkusTest
class DisconnectComponentTest {

    @BeforeEach
    void twoAccounts() {
        control("/sim/reset", Map.of());
        control("/sim/users", Map.of("username", "acme"));
        control("/sim/users", Map.of("username", "bob"));
    }

    @Test
    void whatTheAppRevokesIsDead() {
        Response tokens = consent("acme");
        me(tokens).statusCode(200);
        client().formParam("token", tokens.<String>path("accessToken"))
                .post("/2/oauth2/revoke")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true));
        me(tokens).statusCode(401);
        refresh(tokens).statusCode(400).body("error", equalTo("invalid_request"));
    }

    @Test
    void whoDisconnectsTheAppKillsAllOfItsTokensAndNobodyElses() {
        Response tokens = consent("acme");
        Response again = consent("acme");
        Response bobs = consent("bob");
        control("/sim/tokens/revoke", Map.of("username", "acme")).then().body("families", equalTo(2));
        me(tokens).statusCode(401).body("title", equalTo("Unauthorized"));
        me(again).statusCode(401);
        refresh(tokens).statusCode(400).body("error", equalTo("invalid_request"));
        me(bobs).statusCode(200);
        me(consent("acme")).statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "nobody"))
                .post("/sim/tokens/revoke")
                .then()
                .statusCode(404);
    }

    @Test
    void accessThatExpiredIsRenewedAndNobodyElsesExpires() {
        Response tokens = consent("acme");
        Response bobs = consent("bob");
        control("/sim/tokens/expire", Map.of("username", "acme"));
        me(tokens).statusCode(401);
        refresh(tokens).statusCode(200);
        me(consent("acme")).statusCode(200);
        me(bobs).statusCode(200);
    }

    private static Response consent(String username) {
        return control("/sim/tokens", Map.of("username", username));
    }

    private static ValidatableResponse me(Response tokens) {
        return given().auth()
                .oauth2(tokens.path("accessToken"))
                .get("/2/users/me")
                .then();
    }

    private static ValidatableResponse refresh(Response tokens) {
        return client().formParam("grant_type", "refresh_token")
                .formParam("refresh_token", tokens.<String>path("refreshToken"))
                .post("/2/oauth2/token")
                .then();
    }

    private static RequestSpecification client() {
        return given().auth().preemptive().basic("sim-client", "sim-secret");
    }

    private static Response control(String path, Map<String, Object> body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        answer.then().statusCode(lessThan(300));
        return answer;
    }
}
