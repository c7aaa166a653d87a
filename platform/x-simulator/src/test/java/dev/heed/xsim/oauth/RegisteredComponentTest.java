package dev.heed.xsim.oauth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An app is held to what it registered with X: its addresses, and that it has no secret. */
@QuarkusTest
@TestProfile(RegisteredComponentTest.Registered.class)
class RegisteredComponentTest {

    private static final String BACK = "http://127.0.0.1/cb";
    private static final String RIGHT =
            "/i/oauth2/authorize?response_type=code&client_id=sim-client&redirect_uri=" + BACK
                    + "&scope=tweet.read%20offline.access&state=s1&code_challenge_method=S256&sim_user=acme&code_challenge="
                    + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** The app's registration. */
    public static final class Registered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("heed.sim.public-client", "true", "heed.sim.redirect-uris", BACK + ",http://127.0.0.1/other");
        }
    }

    @BeforeEach
    void anAccount() {
        control("/sim/reset", Map.of());
        control("/sim/users", Map.of("username", "acme"));
    }

    @Test
    void aConsentLeadsBackToARegisteredAddressOnlyAndKnowsXsScopesOnly() {
        authorize(RIGHT).statusCode(302);
        authorize(RIGHT.replace("127.0.0.1/cb", "127.0.0.1/other")).statusCode(302);
        authorize(RIGHT.replace("127.0.0.1/cb", "127.0.0.1/cb/"))
                .statusCode(400)
                .body(containsString("not registered"));
        authorize(RIGHT.replace("tweet.read", "tweet.reed")).statusCode(400).body(containsString("scope"));
    }

    @Test
    void aClientWithoutASecretNamesItself() {
        String code = authorize(RIGHT).extract().header("Location").replaceAll(".*code=", "");
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                BACK,
                "code_verifier",
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        given().formParams(form).post("/2/oauth2/token").then().statusCode(401);
        given().formParams(form)
                .formParam("client_id", "another")
                .post("/2/oauth2/token")
                .then()
                .statusCode(401);
        String refresh = given().formParams(form)
                .formParam("client_id", "sim-client")
                .post("/2/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");
        given().formParam("token", refresh)
                .formParam("client_id", "sim-client")
                .post("/2/oauth2/revoke")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true));
    }

    private static ValidatableResponse authorize(String address) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(address)
                .then();
    }

    private static void control(String path, Map<String, Object> body) {
        given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(lessThan(300));
    }
}
