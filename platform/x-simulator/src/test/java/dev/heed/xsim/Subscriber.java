package dev.heed.xsim;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** An app with a webhook and the token of acme, which wants to be told what goes on; in a world of its own with bob and eve. */
public final class Subscriber implements AutoCloseable {

    public static final String APP = "sim-bearer";
    public static final String SUBSCRIPTIONS = "/2/activity/subscriptions";

    public final Receiver receiver = new Receiver();
    public final String acme;
    public final String bob;
    public final String token;
    public final String webhook;

    public Subscriber() {
        given().post("/sim/reset").then().statusCode(204);
        acme = control("/sim/users", Map.of("username", "acme")).path("id");
        bob = control("/sim/users", Map.of("username", "bob")).path("id");
        control("/sim/users", Map.of("username", "eve"));
        token = token("tweet.read", "users.read", "dm.read");
        webhook = json(APP, Map.of("url", receiver.url())).post("/2/webhooks").path("data.id");
    }

    /** To what concerns acme; the id of the subscription. */
    public String subscribe(String type) {
        return subscribe(token, subscription(type, acme));
    }

    public void subscribe(String type, String direction) {
        var _ = subscribe(
                token,
                Map.of(
                        "event_type",
                        type,
                        "webhook_id",
                        webhook,
                        "filter",
                        Map.of("user_id", acme, "direction", direction)));
    }

    public String subscribe(String bearer, Map<String, Object> body) {
        return json(bearer, body)
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(200)
                .extract()
                .path("data.subscription.subscription_id");
    }

    public Map<String, Object> subscription(String type, String user) {
        return Map.of("event_type", type, "filter", Map.of("user_id", user), "webhook_id", webhook, "tag", "heed");
    }

    public void awaitTold(int count) {
        await().until(() -> receiver.told.size() >= count);
        assertThat(receiver.told).hasSize(count);
    }

    /** The outcome of each delivery that was tried. */
    public static List<String> deliveries() {
        return given().get("/sim/webhooks/deliveries").path("items.outcome");
    }

    /** The id of the new post. */
    public static String posts(String as, String text) {
        return control("/sim/posts", Map.of("as", as, "text", text)).path("id");
    }

    /** A token of acme's. */
    public static String token(String... scopes) {
        return control("/sim/tokens", Map.of("username", "acme", "scopes", List.of(scopes)))
                .path("accessToken");
    }

    public static Response control(String path, Map<String, Object> body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).isLessThan(300);
        return answer;
    }

    public static RequestSpecification json(String bearer, Map<String, Object> body) {
        return given().auth().oauth2(bearer).contentType(ContentType.JSON).body(body);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
