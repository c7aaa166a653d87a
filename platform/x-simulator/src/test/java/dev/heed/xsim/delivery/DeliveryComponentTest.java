package dev.heed.xsim.delivery;

import static dev.heed.xsim.Subscriber.APP;
import static dev.heed.xsim.Subscriber.control;
import static dev.heed.xsim.Subscriber.deliveries;
import static dev.heed.xsim.Subscriber.json;
import static dev.heed.xsim.Subscriber.posts;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.heed.xsim.Hasty;
import dev.heed.xsim.Receiver;
import dev.heed.xsim.Subscriber;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can go wrong between an event and the one who is told of it. */
@QuarkusTest
@TestProfile(Hasty.class)
class DeliveryComponentTest {

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
    void aDeliveryThatFailsIsTriedAgainAndNotForever() {
        app.subscribe("post.mention.create");
        app.receiver.failures.set(2);
        posts("bob", "@acme one");
        app.awaitTold(1);
        given().get("/sim/webhooks/deliveries")
                .then()
                .body("items.attempt", equalTo(List.of(1, 2, 3)))
                .body("items.status", equalTo(List.of(500, 500, 200)))
                .body("items.outcome", equalTo(List.of("refused", "refused", "delivered")));
        app.receiver.failures.set(99);
        posts("bob", "@acme two");
        await().until(() -> deliveries().size() == 7);
        assertThat(app.receiver.told).hasSize(1);
    }

    @Test
    void faultsHappenOnTheWayAndAReplayBringsWhatWasLost() {
        app.subscribe("post.mention.create");
        control("/sim/webhooks/faults", Map.of("drop", 1, "badSignature", 1, "duplicate", 1));
        String lost = posts("bob", "@acme one");
        awaitOutcomes("dropped");
        String forged = posts("bob", "@acme two");
        app.awaitTold(2);
        posts("bob", "@acme three");
        app.awaitTold(3);
        assertThat(app.receiver.told).extracting(Receiver.Told::genuine).containsExactly(false, false, true);
        assertThat(app.receiver.summary().subList(0, 2)).allMatch(one -> one.endsWith(forged));
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);
        json(
                        APP,
                        Map.of(
                                "webhook_id",
                                app.webhook,
                                "from_date",
                                minutes.format(Instant.now().minusSeconds(3_600)),
                                "to_date",
                                minutes.format(Instant.now().plusSeconds(60))))
                .post("/2/webhooks/replay")
                .then()
                .statusCode(200);
        app.awaitTold(6);
        assertThat(app.receiver.summary()).contains("post.mention.create " + lost);
    }

    @Test
    void aDelayHoldsUpDeliveriesAndNotOneAnother() {
        app.subscribe("post.mention.create");
        control("/sim/webhooks/faults", Map.of("delayMillis", 600));
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            posts("bob", "@acme " + i);
        }
        assertThat(app.receiver.told).hasSizeLessThan(20);
        app.awaitTold(20);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
    }

    @Test
    void whatWasOnItsWayWhenTheWorldEndedIsNotToldInTheNext() {
        app.subscribe("post.mention.create");
        app.receiver.failures.set(1);
        posts("bob", "@acme lost");
        await().until(() -> !deliveries().isEmpty());
        given().post("/sim/reset").then().statusCode(204);
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void whatIsHeldBackIsToldInReverse() {
        app.subscribe("post.mention.create");
        control("/sim/webhooks/faults", Map.of("reorder", 3));
        String first = posts("bob", "@acme one");
        String second = posts("bob", "@acme two");
        String third = posts("bob", "@acme three");
        app.awaitTold(3);
        assertThat(app.receiver.summary())
                .containsExactly(
                        "post.mention.create " + third,
                        "post.mention.create " + second,
                        "post.mention.create " + first);
    }

    @Test
    void anInvalidWebhookIsToldNothingUntilItIsValidated() {
        app.subscribe("post.mention.create");
        given().post("/sim/webhooks/invalidate").then().statusCode(200).body("items[0].valid", equalTo(false));
        posts("bob", "@acme one");
        awaitOutcomes("withheld");
        given().auth().oauth2(APP).put("/2/webhooks/" + app.webhook).then().statusCode(200);
        String second = posts("bob", "@acme two");
        app.awaitTold(1);
        assertThat(app.receiver.summary()).containsExactly("post.mention.create " + second);
    }

    private static void awaitOutcomes(String... outcomes) {
        await().until(() -> deliveries().equals(List.of(outcomes)));
    }
}
