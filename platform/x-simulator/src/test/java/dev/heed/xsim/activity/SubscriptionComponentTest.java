package dev.heed.xsim.activity;

import static dev.heed.xsim.Subscriber.APP;
import static dev.heed.xsim.Subscriber.SUBSCRIPTIONS;
import static dev.heed.xsim.Subscriber.deliveries;
import static dev.heed.xsim.Subscriber.json;
import static dev.heed.xsim.Subscriber.posts;
import static dev.heed.xsim.Subscriber.token;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.heed.xsim.Hasty;
import dev.heed.xsim.Subscriber;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may subscribe to what, and how subscriptions are kept. */
@QuarkusTest
@TestProfile(Hasty.class)
class SubscriptionComponentTest {

    @SuppressWarnings("NullAway.Init") // before each test
    private Subscriber app;

    @BeforeEach
    void begin() {
        app = new Subscriber();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void privateActivityNeedsTheTokenOfTheUserConcernedWithItsScope() {
        json(APP, app.subscription("post.mention.create", app.acme))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("OauthAccessTokenRequired"));
        json(app.token, app.subscription("post.mention.create", app.bob))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(403);
        json(token("tweet.read", "users.read"), app.subscription("dm.received", app.acme))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(403);
        json(app.token, Map.of("event_type", "post.nonsense", "filter", Map.of("user_id", app.acme)))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400);
        json(app.token, Map.of("event_type", "dm.received", "filter", Map.of("user_id", app.acme), "webhook_id", "1"))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("WebhookIdInvalid"));
    }

    @Test
    void subscriptionsAreListedChangedAndEnded() {
        String first = app.subscribe("post.mention.create");
        String second = app.subscribe("dm.received");
        json(app.token, app.subscription("dm.received", app.acme))
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("DuplicateSubscriptionFailed"));
        given().auth()
                .oauth2(APP)
                .get(SUBSCRIPTIONS)
                .then()
                .body("data.subscription_id", equalTo(List.of(second, first)))
                .body("data[1].webhook_id", equalTo(app.webhook));
        String next =
                given().auth().oauth2(APP).get(SUBSCRIPTIONS + "?max_results=1").path("meta.next_token");
        given().auth()
                .oauth2(APP)
                .get(SUBSCRIPTIONS + "?max_results=1&pagination_token=" + next)
                .then()
                .body("data.subscription_id", equalTo(List.of(first)));
        json(APP, Map.of("tag", "other"))
                .put(SUBSCRIPTIONS + "/" + first)
                .then()
                .statusCode(200)
                .body("data.subscription.tag", equalTo("other"))
                .body("data.subscription.webhook_id", equalTo(app.webhook))
                .body("data.total_subscriptions", equalTo(2));
        given().auth()
                .oauth2(APP)
                .delete(SUBSCRIPTIONS + "/" + first)
                .then()
                .statusCode(200)
                .body("data.deleted", equalTo(true));
        given().auth()
                .oauth2(APP)
                .delete(SUBSCRIPTIONS + "?ids=" + first + "," + second)
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("errors[0].subscription_id", equalTo(first))
                .body("meta.total_subscriptions", equalTo(0));
        posts("bob", "@acme hi");
        assertThat(deliveries()).isEmpty();
    }
}
