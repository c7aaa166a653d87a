package dev.heed.xsim.gate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same refusal in each of the shapes that X has for it. */
@QuarkusTest
class ErrorShapesComponentTest {

    private String acme = "";
    private String token = "";

    @BeforeEach
    void anAccount() {
        control("/sim/reset", Map.of());
        acme = control("/sim/users", Map.of("username", "acme")).path("id");
        token = control("/sim/tokens", Map.of("username", "acme")).path("accessToken");
    }

    @Test
    void tooManyRequestsHasTwoShapes() {
        fault(Map.of("endpoint", "mentions", "status", 429, "shape", "problem"));
        fault(Map.of("endpoint", "mentions", "status", 429, "shape", "errors"));
        mentions("sim-bearer")
                .statusCode(429)
                .body("title", equalTo("Too Many Requests"))
                .header("x-rate-limit-limit", "450")
                .header("x-rate-limit-remaining", "0")
                .header("x-rate-limit-reset", notNullValue());
        mentions("sim-bearer")
                .statusCode(429)
                .header("x-rate-limit-remaining", "0")
                .body("errors[0].code", equalTo(88))
                .body("errors[0].message", equalTo("Rate limit exceeded"))
                .body("title", nullValue());
    }

    @Test
    void aLimitThatIsReachedSpeaksAsWasChosen() {
        control("/sim/limits", Map.of("scale", 0.001, "shape", "errors"));
        mentions(token).statusCode(200);
        mentions(token)
                .statusCode(429)
                .body("errors[0].code", equalTo(88))
                .header("x-rate-limit-remaining", "0")
                .header("x-rate-limit-reset", notNullValue());
    }

    @Test
    void creditsAreDepletedInTwoShapes() {
        fault(Map.of("endpoint", "mentions", "status", 402, "shape", "credits"));
        fault(Map.of("endpoint", "mentions", "shape", "credits-depleted"));
        mentions("sim-bearer").statusCode(402).body("title", equalTo("CreditsDepleted"));
        mentions("sim-bearer").statusCode(402).body("detail", equalTo("credits depleted"));
    }

    @Test
    void aStaleSinceIdIsRefusedNamingTheLeast() {
        fault(Map.of("endpoint", "mentions", "shape", "stale-since-id"));
        mentions("sim-bearer")
                .statusCode(400)
                .body("title", equalTo("Invalid Request"))
                .body("errors[0].parameters.since_id", notNullValue())
                .body("errors[0].message", containsString("Please use a 'since_id' that is larger than "));
    }

    @Test
    void anUnavailableXSaysSo() {
        fault(Map.of("endpoint", "mentions", "status", 503));
        mentions("sim-bearer")
                .statusCode(503)
                .contentType("application/problem+json")
                .body("title", equalTo("Service Unavailable"));
    }

    @Test
    void aShapeThatDoesNotFitIsRefused() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("endpoint", "mentions", "status", 429, "shape", "credits"),
                Map.of("endpoint", "mentions", "shape", "nonsense"))) {
            given().contentType(ContentType.JSON)
                    .body(wrong)
                    .post("/sim/faults")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void readsCanHaveADayOfTheirOwn() {
        control("/sim/limits", Map.of("daily", Map.of("mentions", Map.of("user", 2, "app", 3))));
        mentions(token)
                .statusCode(200)
                .header("x-rate-limit-limit", "300")
                .header("x-user-limit-24hour-limit", "2")
                .header("x-user-limit-24hour-remaining", "1")
                .header("x-app-limit-24hour-limit", "3")
                .header("x-app-limit-24hour-remaining", "2")
                .header("x-app-limit-24hour-reset", notNullValue());
        mentions(token).statusCode(200);
        mentions(token).statusCode(429).header("x-user-limit-24hour-remaining", "0");
        mentions("sim-bearer")
                .statusCode(200)
                .header("x-user-limit-24hour-limit", nullValue())
                .header("x-app-limit-24hour-remaining", "0");
        mentions("sim-bearer").statusCode(429);
    }

    @Test
    void timelinesDoNotReachBackBeforeXsIds() {
        given().auth()
                .oauth2("sim-bearer")
                .get("/2/users/" + acme + "/mentions?start_time=2010-11-05T00:00:00Z")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("must be on or after 2010-11-06"));
    }

    private ValidatableResponse mentions(String bearer) {
        return given().auth()
                .oauth2(bearer)
                .get("/2/users/" + acme + "/mentions")
                .then();
    }

    private static void fault(Map<String, Object> fault) {
        control("/sim/faults", fault);
    }

    private static Response control(String path, Map<String, Object> body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        answer.then().statusCode(lessThan(300));
        return answer;
    }
}
