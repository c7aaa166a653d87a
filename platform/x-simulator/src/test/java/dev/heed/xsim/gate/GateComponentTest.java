package dev.heed.xsim.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults, tokens, scopes and limits as a client meets them. */
@QuarkusTest
class GateComponentTest {

    @TestHTTPResource("/2/tweets")
    URI tweets = URI.create("/");

    private String token = "";

    @BeforeEach
    void anAccount() {
        control("/sim/reset", Map.of());
        control("/sim/users", Map.of("username", "acme"));
        token = token(List.of("tweet.read", "tweet.write", "users.read"));
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionDroppedAfterTheEffectLeavesThePostThere(HttpClient.Version version) {
        fault(Map.of("endpoint", "createPost", "afterEffect", true, "reset", true));
        assertThatThrownBy(() -> send("hello", version)).isInstanceOf(IOException.class);
        assertPosted("hello");
        post("hello")
                .statusCode(403)
                .body("detail", equalTo("You are not allowed to create a Tweet with duplicate content."));
    }

    @Test
    void aTimeOutAfterTheEffectLeavesThePostThere() {
        fault(Map.of("endpoint", "createPost", "afterEffect", true, "delayMillis", 60_000));
        assertThatThrownBy(() -> send("hello", HttpClient.Version.HTTP_1_1)).isInstanceOf(HttpTimeoutException.class);
        assertPosted("hello");
    }

    @Test
    void aFailureAfterTheEffectLeavesThePostThere() {
        fault(Map.of("endpoint", "createPost", "afterEffect", true, "status", 503));
        post("hello").statusCode(503).body("title", equalTo("Service Unavailable"));
        assertPosted("hello");
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionDroppedBeforeTheEffectLeavesNothing(HttpClient.Version version) {
        fault(Map.of("endpoint", "createPost", "reset", true));
        assertThatThrownBy(() -> send("hello", version)).isInstanceOf(IOException.class);
        assertPosted();
    }

    @Test
    void aRefusalHasNoEffectAndXsBodyOrThatOfTheTest() {
        fault(Map.of("endpoint", "createPost", "status", 402));
        fault(Map.of(
                "endpoint", "createPost", "status", 403, "body", Map.of("detail", "This operation is not permitted.")));
        post("hello").statusCode(402).body("title", equalTo("CreditsDepleted"));
        post("hello").statusCode(403).body("detail", equalTo("This operation is not permitted."));
        assertPosted();
        post("hello").statusCode(201);
    }

    @Test
    void aDelayAloneOnlyDelays() {
        fault(Map.of("endpoint", "createPost", "delayMillis", 300));
        long start = System.nanoTime();
        post("hello").statusCode(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void theTokenEndpointFailsToo() {
        fault(Map.of("endpoint", "token", "status", 500, "count", 2));
        for (int status : new int[] {500, 500, 200}) {
            given().auth()
                    .preemptive()
                    .basic("sim-client", "sim-secret")
                    .formParam("grant_type", "client_credentials")
                    .post("/2/oauth2/token")
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void limitsAreShownAndEnforced() {
        control("/sim/limits", Map.of("scale", 0.02));
        for (int left = 1; left >= 0; left--) {
            post("hello " + left)
                    .statusCode(201)
                    .header("x-rate-limit-limit", "2")
                    .header("x-rate-limit-remaining", Integer.toString(left))
                    .header("x-app-limit-24hour-limit", "200");
        }
        post("too many")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("x-rate-limit-remaining", "0")
                .body("title", equalTo("Too Many Requests"));
        assertPosted("hello 1", "hello 0");
    }

    @Test
    void aTokenWithoutTheScopeIsRefused() {
        token = token(List.of("tweet.read", "users.read"));
        post("hello").statusCode(403).body("detail", equalTo("Forbidden"));
        token = "nonsense";
        post("hello").statusCode(401).body("title", equalTo("Unauthorized"));
        token = "sim-bearer";
        post("hello").statusCode(403).body("title", equalTo("Unsupported Authentication"));
        assertPosted();
    }

    @Test
    void whatXHasNotIsNotFoundInItsWords() {
        given().get("/2/nonsense").then().statusCode(404).body("title", equalTo("Not Found"));
        given().auth()
                .oauth2("sim-bearer")
                .get("/2/users/abc/mentions")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("The `id` query parameter value [abc] is not valid"));
    }

    @Test
    void faultsOfNobodyAreRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("endpoint", "nonsense"))
                .post("/sim/faults")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("endpoint", "mentions", "count", 0))
                .post("/sim/faults")
                .then()
                .statusCode(400);
        fault(Map.of("endpoint", "mentions", "status", 503, "count", 3));
        given().get("/sim/faults").then().body("items", hasSize(1)).body("items[0].left", equalTo(3));
        given().delete("/sim/faults").then().statusCode(204);
        given().get("/sim/faults").then().body("items", hasSize(0));
    }

    private void send(String text, HttpClient.Version version) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            HttpRequest request = HttpRequest.newBuilder(tweets)
                    .timeout(Duration.ofSeconds(5))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + text + "\"}"))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            throw new AssertionError("X answered " + answer.statusCode());
        }
    }

    private ValidatableResponse post(String text) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/2/tweets")
                .then();
    }

    private static void assertPosted(String... texts) {
        assertThat(given().get("/sim/ledger").path("items.text").toString())
                .isEqualTo(List.of(texts).toString());
    }

    private static void fault(Map<String, Object> fault) {
        control("/sim/faults", fault);
    }

    private static String token(List<String> scopes) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", "acme", "scopes", scopes))
                .post("/sim/tokens")
                .path("accessToken");
    }

    private static void control(String path, Map<String, Object> body) {
        given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(lessThan(300));
    }
}
