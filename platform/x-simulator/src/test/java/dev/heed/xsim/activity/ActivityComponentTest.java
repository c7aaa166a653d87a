package dev.heed.xsim.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.xsim.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who subscribes is told; how it can go wrong on the way. */
@QuarkusTest
@TestProfile(ActivityComponentTest.Hasty.class)
class ActivityComponentTest {

    /** Retries that a test can wait for. */
    public static final class Hasty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("heed.sim.delivery-retry", "PT0.02S");
        }
    }

    private static final String APP = "sim-bearer";

    private final Receiver receiver = new Receiver();
    private String acme = "";
    private String bob = "";
    private String token = "";
    private String webhook = "";

    @BeforeEach
    void aWebhook() {
        given().post("/sim/reset").then().statusCode(204);
        acme = control("/sim/users", Map.of("username", "acme")).path("id");
        bob = control("/sim/users", Map.of("username", "bob")).path("id");
        control("/sim/users", Map.of("username", "eve"));
        token = token(List.of("tweet.read", "users.read", "dm.read"));
        webhook = json(APP, Map.of("url", receiver.url())).post("/2/webhooks").path("data.id");
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aMentionIsToldAtOnceSignedAndWithItsAuthor() {
        subscribe("post.mention.create");
        String post = posts("bob", "Hi @acme, where is it?");
        awaitTold(1);
        Receiver.Told told = receiver.told.getFirst();
        assertThat(told.genuine()).isTrue();
        assertThat(told.text("/data/event_type")).isEqualTo("post.mention.create");
        assertThat(told.text("/data/event_uuid")).matches("[0-9]+");
        assertThat(told.text("/data/filter/user_id")).isEqualTo(acme);
        assertThat(told.text("/data/tag")).isEqualTo("heed");
        assertThat(told.text("/data/payload/id")).isEqualTo(post);
        assertThat(told.text("/data/payload/text")).isEqualTo("Hi @acme, where is it?");
        assertThat(told.text("/data/payload/author_id")).isEqualTo(bob);
        assertThat(told.text("/data/payload/edit_history_post_ids/0")).isEqualTo(post);
        assertThat(told.body().at("/data/includes/users").findValuesAsText("username"))
                .contains("bob", "acme");
    }

    @Test
    void aReplyIsNoMentionUnlessItsAuthorWroteTheHandle() {
        subscribe("post.mention.create");
        subscribe("post.reply.create", "inbound");
        subscribe("post.quote.create", "inbound");
        String own = posts("acme", "News");
        String reply = reply("bob", "Great", own);
        String between = reply("eve", "I think so too", reply);
        String quote = control("/sim/posts", Map.of("as", "eve", "text", "See", "quote", own))
                .path("id");
        String last = posts("bob", "@acme bye");
        awaitTold(3);
        assertThat(receiver.summary())
                .containsExactlyInAnyOrder(
                        "post.reply.create " + reply, "post.quote.create " + quote, "post.mention.create " + last)
                .noneMatch(one -> one.contains(between));
    }

    @Test
    void aNewVersionOfAnEditedPostIsToldWithItsHistory() {
        subscribe("post.mention.create");
        String first = posts("bob", "@acme it came");
        String second = control("/sim/posts/" + first + "/edit", Map.of("text", "@acme it never came"))
                .path("id");
        awaitTold(2);
        Receiver.Told told = receiver.told.stream()
                .filter(one -> one.text("/data/payload/id").equals(second))
                .findFirst()
                .orElseThrow();
        assertThat(told.text("/data/payload/text")).isEqualTo("@acme it never came");
        assertThat(told.body().at("/data/payload/edit_history_post_ids"))
                .extracting(JsonNode::asText)
                .containsExactly(first, second);
    }

    @Test
    void whatAProtectedAccountPostsIsToldToNobody() {
        subscribe("post.mention.create");
        control("/sim/users/bob/protect", Map.of());
        posts("bob", "@acme psst");
        control("/sim/users/bob/unprotect", Map.of());
        String last = posts("bob", "@acme hello");
        awaitTold(1);
        assertThat(receiver.summary()).containsExactly("post.mention.create " + last);
    }

    @Test
    void ownPostsAndDeletionsAreTold() {
        json(APP, subscription("post.create", acme))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(200);
        json(APP, subscription("post.delete", bob))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(200);
        String own = posts("acme", "News");
        String other = posts("bob", "@acme hi");
        given().delete("/sim/posts/" + other).then().statusCode(204);
        awaitTold(2);
        assertThat(receiver.summary()).containsExactlyInAnyOrder("post.create " + own, "post.delete " + other);
        assertThat(receiver.told.stream()
                        .filter(told -> told.text("/data/event_type").equals("post.delete"))
                        .map(told -> told.text("/data/payload/author_id")))
                .containsExactly(bob);
    }

    @Test
    void aDirectMessageIsTold() {
        subscribe("dm.received");
        String message = control("/sim/messages", Map.of("from", "bob", "to", "acme", "text", "psst"))
                .path("id");
        awaitTold(1);
        Receiver.Told told = receiver.told.getFirst();
        String event = "/data/payload/direct_message_events/0";
        assertThat(told.text(event + "/id")).isEqualTo(message);
        assertThat(told.text(event + "/type")).isEqualTo("message_create");
        assertThat(told.text(event + "/created_timestamp")).matches("[0-9]{13}");
        assertThat(told.text(event + "/message_create/sender_id")).isEqualTo(bob);
        assertThat(told.text(event + "/message_create/target/recipient_id")).isEqualTo(acme);
        assertThat(told.text(event + "/message_create/message_data/text")).isEqualTo("psst");
        assertThat(told.text("/data/payload/users/" + bob + "/data/username")).isEqualTo("bob");
    }

    @Test
    void aDeliveryThatFailsIsTriedAgainAndNotForever() {
        subscribe("post.mention.create");
        receiver.failures.set(2);
        posts("bob", "@acme one");
        awaitTold(1);
        given().get("/sim/webhooks/deliveries")
                .then()
                .body("items.attempt", equalTo(List.of(1, 2, 3)))
                .body("items.status", equalTo(List.of(500, 500, 200)))
                .body("items.outcome", equalTo(List.of("refused", "refused", "delivered")));
        receiver.failures.set(99);
        posts("bob", "@acme two");
        await().until(() -> deliveries().size() == 7);
        assertThat(receiver.told).hasSize(1);
    }

    @Test
    void faultsHappenOnTheWayAndAReplayBringsWhatWasLost() {
        subscribe("post.mention.create");
        control("/sim/webhooks/faults", Map.of("drop", 1, "badSignature", 1, "duplicate", 1));
        String lost = posts("bob", "@acme one");
        awaitOutcomes("dropped");
        String forged = posts("bob", "@acme two");
        awaitTold(2);
        posts("bob", "@acme three");
        awaitTold(3);
        assertThat(receiver.told).extracting(Receiver.Told::genuine).containsExactly(false, false, true);
        assertThat(receiver.summary().subList(0, 2)).allMatch(one -> one.endsWith(forged));
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);
        json(
                        APP,
                        Map.of(
                                "webhook_id",
                                webhook,
                                "from_date",
                                minutes.format(Instant.now().minusSeconds(3_600)),
                                "to_date",
                                minutes.format(Instant.now().plusSeconds(60))))
                .post("/2/webhooks/replay")
                .then()
                .statusCode(200);
        awaitTold(6);
        assertThat(receiver.summary()).contains("post.mention.create " + lost);
    }

    @Test
    void aDelayHoldsUpDeliveriesAndNotOneAnother() {
        subscribe("post.mention.create");
        control("/sim/webhooks/faults", Map.of("delayMillis", 600));
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            posts("bob", "@acme " + i);
        }
        assertThat(receiver.told).hasSizeLessThan(20);
        awaitTold(20);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
    }

    @Test
    void whatWasOnItsWayWhenTheWorldEndedIsNotToldInTheNext() {
        subscribe("post.mention.create");
        receiver.failures.set(1);
        posts("bob", "@acme lost");
        await().until(() -> !deliveries().isEmpty());
        given().post("/sim/reset").then().statusCode(204);
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void whatIsHeldBackIsToldInReverse() {
        subscribe("post.mention.create");
        control("/sim/webhooks/faults", Map.of("reorder", 3));
        String first = posts("bob", "@acme one");
        String second = posts("bob", "@acme two");
        String third = posts("bob", "@acme three");
        awaitTold(3);
        assertThat(receiver.summary())
                .containsExactly(
                        "post.mention.create " + third,
                        "post.mention.create " + second,
                        "post.mention.create " + first);
    }

    @Test
    void anInvalidWebhookIsToldNothingUntilItIsValidated() {
        subscribe("post.mention.create");
        given().post("/sim/webhooks/invalidate").then().statusCode(200).body("items[0].valid", equalTo(false));
        posts("bob", "@acme one");
        awaitOutcomes("withheld");
        given().auth().oauth2(APP).put("/2/webhooks/" + webhook).then().statusCode(200);
        String second = posts("bob", "@acme two");
        awaitTold(1);
        assertThat(receiver.summary()).containsExactly("post.mention.create " + second);
    }

    @Test
    void privateActivityNeedsTheTokenOfTheUserConcernedWithItsScope() {
        json(APP, subscription("post.mention.create", acme))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("OauthAccessTokenRequired"));
        json(token, subscription("post.mention.create", bob))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(403);
        json(token(List.of("tweet.read", "users.read")), subscription("dm.received", acme))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(403);
        json(token, Map.of("event_type", "post.nonsense", "filter", Map.of("user_id", acme)))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(400);
        json(token, Map.of("event_type", "dm.received", "filter", Map.of("user_id", acme), "webhook_id", "1"))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("WebhookIdInvalid"));
    }

    @Test
    void subscriptionsAreListedChangedAndEnded() {
        String first = subscribe("post.mention.create");
        String second = subscribe("dm.received");
        json(token, subscription("dm.received", acme))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(400)
                .body("errors[0].message", startsWith("DuplicateSubscriptionFailed"));
        given().auth()
                .oauth2(APP)
                .get("/2/activity/subscriptions")
                .then()
                .body("data.subscription_id", equalTo(List.of(second, first)))
                .body("data[1].webhook_id", equalTo(webhook));
        String next = given().auth()
                .oauth2(APP)
                .get("/2/activity/subscriptions?max_results=1")
                .path("meta.next_token");
        given().auth()
                .oauth2(APP)
                .get("/2/activity/subscriptions?max_results=1&pagination_token=" + next)
                .then()
                .body("data.subscription_id", equalTo(List.of(first)));
        json(APP, Map.of("tag", "other"))
                .put("/2/activity/subscriptions/" + first)
                .then()
                .statusCode(200)
                .body("data.subscription.tag", equalTo("other"))
                .body("data.subscription.webhook_id", equalTo(webhook))
                .body("data.total_subscriptions", equalTo(2));
        given().auth()
                .oauth2(APP)
                .delete("/2/activity/subscriptions/" + first)
                .then()
                .statusCode(200)
                .body("data.deleted", equalTo(true));
        given().auth()
                .oauth2(APP)
                .delete("/2/activity/subscriptions?ids=" + first + "," + second)
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("errors[0].subscription_id", equalTo(first))
                .body("meta.total_subscriptions", equalTo(0));
        posts("bob", "@acme hi");
        assertThat(deliveries()).isEmpty();
    }

    private void awaitTold(int count) {
        await().until(() -> receiver.told.size() >= count);
        assertThat(receiver.told).hasSize(count);
    }

    private static void awaitOutcomes(String... outcomes) {
        await().until(() -> deliveries().equals(List.of(outcomes)));
    }

    private static List<String> deliveries() {
        return given().get("/sim/webhooks/deliveries").path("items.outcome");
    }

    private String subscribe(String type) {
        return json(token, subscription(type, acme))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(200)
                .extract()
                .path("data.subscription.subscription_id");
    }

    private void subscribe(String type, String direction) {
        json(
                        token,
                        Map.of(
                                "event_type",
                                type,
                                "webhook_id",
                                webhook,
                                "filter",
                                Map.of("user_id", acme, "direction", direction)))
                .post("/2/activity/subscriptions")
                .then()
                .statusCode(200);
    }

    private Map<String, Object> subscription(String type, String user) {
        return Map.of("event_type", type, "filter", Map.of("user_id", user), "webhook_id", webhook, "tag", "heed");
    }

    private static RequestSpecification json(String bearer, Map<String, Object> body) {
        return given().auth().oauth2(bearer).contentType(ContentType.JSON).body(body);
    }

    private static String posts(String as, String text) {
        return control("/sim/posts", Map.of("as", as, "text", text)).path("id");
    }

    private static String reply(String as, String text, String to) {
        return control("/sim/posts", Map.of("as", as, "text", text, "inReplyTo", to))
                .path("id");
    }

    private static String token(List<String> scopes) {
        return control("/sim/tokens", Map.of("username", "acme", "scopes", scopes))
                .path("accessToken");
    }

    private static Response control(String path, Map<String, Object> body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).isLessThan(300);
        return answer;
    }
}
