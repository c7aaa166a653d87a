package dev.heed.xsim.billing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.heed.xsim.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls cost as the app sees it. */
@QuarkusTest
class BillingComponentTest {

    private String acme = "";
    private String token = "";
    private String question = "";

    @BeforeEach
    void aQuestion() {
        given().post("/sim/reset").then().statusCode(204);
        acme = control("/sim/users", Map.of("username", "acme")).path("id");
        control("/sim/users", Map.of("username", "bob"));
        token = control("/sim/tokens", Map.of("username", "acme")).path("accessToken");
        question =
                control("/sim/posts", Map.of("as", "bob", "text", "@acme hi")).path("id");
    }

    @Test
    void whatIsShownIsBilledOnceADay() {
        assertThat(bill()).isZero();
        for (int i = 0; i < 2; i++) {
            app().get("/2/users/" + acme + "/mentions?expansions=author_id")
                    .then()
                    .statusCode(200);
        }
        app().get("/2/tweets?ids=" + question + ",1").then().statusCode(200);
        app().get("/2/users/by/username/acme").then().statusCode(200);
        given().get("/sim/billing")
                .then()
                .body("total.micros", equalTo(15_000))
                .body("days", hasSize(1))
                .body("days[0].endpoints.endpoint", contains("mentions", "posts", "userByUsername"))
                .body("days[0].endpoints.caller", contains("app", "app", "app"))
                .body("days[0].endpoints.calls", contains(2, 1, 1))
                .body("days[0].endpoints.resources", contains(2, 1, 1))
                .body("days[0].endpoints.billed", contains(1, 0, 1))
                .body("days[0].endpoints.micros", contains(5_000, 0, 10_000));
        given().post("/sim/billing/next-day").then().statusCode(204);
        app().get("/2/tweets/" + question).then().statusCode(200);
        assertThat(bill()).isEqualTo(20_000);
    }

    @Test
    void anOwnersMentionsAreCheapWithItsOwnToken() {
        control("/sim/billing", Map.of("owners", List.of("Acme")));
        user().get("/2/users/" + acme + "/mentions").then().statusCode(200);
        assertThat(bill()).isEqualTo(1_000);
        given().post("/sim/billing/next-day").then().statusCode(204);
        app().get("/2/users/" + acme + "/mentions").then().statusCode(200);
        assertThat(bill()).isEqualTo(6_000);
    }

    @Test
    void writesCostByWhatIsWritten() {
        post(Map.of("text", "News")).then().statusCode(201);
        assertThat(bill()).isEqualTo(15_000);
        post(Map.of("text", "See https://example.com/a")).then().statusCode(201);
        assertThat(bill()).isEqualTo(215_000);
        String reply = post(Map.of("text", "Hello", "reply", Map.of("in_reply_to_tweet_id", question)))
                .path("data.id");
        assertThat(bill()).isEqualTo(225_000);
        user().delete("/2/tweets/" + reply).then().statusCode(200);
        assertThat(bill()).isEqualTo(235_000);
        post(Map.of("text", "News")).then().statusCode(403);
        assertThat(bill()).isEqualTo(235_000);
        String own = post(Map.of("text", "A thread")).path("data.id");
        post(Map.of("text", "Its second post", "reply", Map.of("in_reply_to_tweet_id", own)))
                .then()
                .statusCode(201);
        assertThat(bill()).isEqualTo(265_000);
    }

    @Test
    void withoutCreditsEveryPaidCallIsRefusedInOneOfTwoShapes() {
        control("/sim/billing", Map.of("creditsMicros", 5_000));
        app().get("/2/users/" + acme + "/mentions").then().statusCode(200);
        given().get("/sim/billing").then().body("creditsMicros", equalTo(0));
        for (String path : List.of("/2/users/" + acme + "/mentions", "/2/tweets/" + question, "/2/users/" + acme)) {
            app().get(path).then().statusCode(402).body("title", equalTo("CreditsDepleted"));
        }
        post(Map.of("text", "x")).then().statusCode(402);
        app().get("/2/usage/tweets").then().statusCode(200);
        control("/sim/billing", Map.of("creditsMicros", 0, "shape", "credits-depleted"));
        app().get("/2/tweets/" + question)
                .then()
                .statusCode(402)
                .body("title", equalTo("Payment Required"))
                .body("detail", equalTo("credits depleted"));
        control("/sim/billing", Map.of("creditsMicros", -1));
        app().get("/2/tweets/" + question).then().statusCode(200);
    }

    @Test
    void usageTellsPostsReadAndTheMonthlyCapEndsIt() {
        app().get("/2/users/" + acme + "/mentions").then().statusCode(200);
        given().post("/sim/billing/next-day").then().statusCode(204);
        app().get("/2/tweets/" + question).then().statusCode(200);
        app().get("/2/usage/tweets?usage.fields=daily_project_usage,daily_client_app_usage&days=90")
                .then()
                .statusCode(200)
                .body("data.project_cap", equalTo("3000000"))
                .body("data.daily_project_usage.usage.usage", contains("1", "1"))
                .body("data.daily_client_app_usage[0].usage_result_count", equalTo(2));
        control("/sim/billing", Map.of("monthlyPostReads", 1));
        app().get("/2/tweets/" + question).then().statusCode(429).body("title", equalTo("UsageCapExceeded"));
        app().get("/2/users/" + acme).then().statusCode(200);
    }

    @Test
    void anEventThatReachedTheWebhookIsARead() {
        try (Receiver receiver = new Receiver()) {
            String webhook = app().contentType(ContentType.JSON)
                    .body(Map.of("url", receiver.url()))
                    .post("/2/webhooks")
                    .path("data.id");
            user().contentType(ContentType.JSON)
                    .body(Map.of(
                            "event_type",
                            "post.mention.create",
                            "filter",
                            Map.of("user_id", acme),
                            "webhook_id",
                            webhook))
                    .post("/2/activity/subscriptions")
                    .then()
                    .statusCode(200);
            control("/sim/posts", Map.of("as", "bob", "text", "@acme again"));
            await().until(() -> bill() == 5_000);
            given().get("/sim/billing").then().body("days[0].endpoints.endpoint", contains("activity"));
            app().get("/2/users/" + acme + "/mentions").then().statusCode(200);
            assertThat(bill()).isEqualTo(10_000);
        }
    }

    @Test
    void manyPostsReadAgainAndAgainStayCheap() {
        control("/sim/limits", Map.of("scale", 1_000));
        String ids = String.join(
                ",",
                IntStream.range(0, 100)
                        .mapToObj(i -> control("/sim/posts", Map.of("as", "bob", "text", "talk " + i))
                                .<String>path("id"))
                        .toList());
        for (int round = 0; round < 100; round++) {
            app().get("/2/tweets?ids=" + ids).then().statusCode(200);
        }
        given().get("/sim/billing")
                .then()
                .body("days[0].endpoints[0].resources", equalTo(10_000))
                .body("days[0].endpoints[0].billed", equalTo(100))
                .body("total.micros", equalTo(500_000));
    }

    private static int bill() {
        return given().get("/sim/billing").path("total.micros");
    }

    private Response post(Map<String, Object> body) {
        return user().contentType(ContentType.JSON).body(body).post("/2/tweets");
    }

    private RequestSpecification user() {
        return given().auth().oauth2(token);
    }

    private static RequestSpecification app() {
        return given().auth().oauth2("sim-bearer");
    }

    private static Response control(String path, Map<String, Object> body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).isLessThan(300);
        return answer;
    }
}
