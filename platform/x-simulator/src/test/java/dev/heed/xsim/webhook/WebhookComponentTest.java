package dev.heed.xsim.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.heed.xsim.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering an address, proving it, losing it. */
@QuarkusTest
class WebhookComponentTest {

    private final Receiver receiver = new Receiver();

    @BeforeEach
    void emptyWorld() {
        given().post("/sim/reset").then().statusCode(204);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void anAddressThatKnowsTheSecretIsTaken() {
        String id = create(receiver.url()).then().statusCode(200).extract().path("data.id");
        app().get("/2/webhooks")
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].id", equalTo(id))
                .body("data[0].url", equalTo(receiver.url()))
                .body("data[0].valid", equalTo(true))
                .body("meta.result_count", equalTo(1));
        create(receiver.url()).then().statusCode(400).body("errors[0].message", startsWith("DuplicateUrlFailed: "));
        app().delete("/2/webhooks/" + id).then().statusCode(200).body("data.deleted", equalTo(true));
        app().get("/2/webhooks").then().body("data", hasSize(0));
        app().delete("/2/webhooks/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("WebhookIdInvalid: "));
    }

    @Test
    void anAddressThatDoesNotKnowTheSecretIsRefused() {
        receiver.secret = "another";
        create(receiver.url())
                .then()
                .statusCode(400)
                .body("title", equalTo("Invalid Request"))
                .body("errors[0].message", startsWith("CrcValidationFailed: "));
        receiver.challengeStatus = 503;
        create(receiver.url()).then().statusCode(400).body("errors[0].message", startsWith("CrcValidationFailed: "));
        receiver.close();
        create(receiver.url()).then().statusCode(400).body("errors[0].message", startsWith("CrcValidationFailed: "));
        app().get("/2/webhooks").then().body("data", hasSize(0));
    }

    @Test
    void onlyHttpsWithoutPortIsTakenExceptOnThisMachine() {
        for (String url :
                new String[] {"http://example.com/hook", "https://example.com:5000/hook", "ftp://x", "hook"}) {
            create(url).then().statusCode(400).body("errors[0].message", startsWith("UrlValidationFailed: "));
        }
    }

    @Test
    void aWrongAnswerToAChallengeMakesInvalidAndErrorsDoNotYet() {
        String id = create(receiver.url()).path("data.id");
        receiver.challengeStatus = 503;
        given().post("/sim/webhooks/crc").then().statusCode(200).body("items[0].valid", equalTo(true));
        receiver.challengeStatus = 200;
        receiver.secret = "another";
        given().post("/sim/webhooks/crc").then().statusCode(200).body("items[0].valid", equalTo(false));
        app().put("/2/webhooks/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("CrcValidationFailed: "));
        receiver.secret = Receiver.SECRET;
        app().put("/2/webhooks/" + id).then().statusCode(200).body("data.valid", equalTo(true));
        app().get("/2/webhooks").then().body("data[0].valid", equalTo(true));
    }

    @Test
    void onlyTheAppMayKeepWebhooks() {
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "acme"))
                .post("/sim/users")
                .then()
                .statusCode(200);
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("username", "acme"))
                .post("/sim/tokens")
                .path("accessToken");
        given().auth()
                .oauth2(token)
                .get("/2/webhooks")
                .then()
                .statusCode(403)
                .body("title", equalTo("Unsupported Authentication"));
        given().get("/2/webhooks").then().statusCode(401);
    }

    private static Response create(String url) {
        return app().contentType(ContentType.JSON).body(Map.of("url", url)).post("/2/webhooks");
    }

    private static RequestSpecification app() {
        return given().auth().oauth2("sim-bearer");
    }
}
