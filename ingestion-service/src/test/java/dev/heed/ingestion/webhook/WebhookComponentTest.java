package dev.heed.ingestion.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.testing.Contracts;
import dev.heed.testing.OddJson;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What X delivers: challenged, signed, kept once, worked once, whatever it is. */
@QuarkusTest
@Parts
class WebhookComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LEASE = "work deliveries";

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    @Inject
    Vertx vertx;

    private final Deliver deliver = new Deliver();
    private final Instant start = Instant.now().minus(Duration.ofHours(1));
    private String account;
    private String handle;
    private HeardEvents ear;

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        Account told = accounts.registered("told");
        account = told.id().value();
        handle = told.handle();
        ear = HeardEvents.ofAll(account);
    }

    @AfterEach
    void close() throws IOException {
        ear.close();
    }

    @Test
    void aChallengeIsAnsweredUnderTheConsumerSecret() {
        given().queryParam("crc_token", "YTRkZGY3")
                .get("/webhooks/x")
                .then()
                .statusCode(200)
                .body(
                        "response_token",
                        equalTo(new Signature("test-consumer-secret")
                                .of("YTRkZGY3".getBytes(StandardCharsets.US_ASCII))));
        given().get("/webhooks/x").then().statusCode(400).body("type", endsWith("not-a-challenge"));
        given().queryParam("crc_token", "{\"data\":{}}")
                .get("/webhooks/x")
                .then()
                .statusCode(400);
    }

    @Test
    void whatXDidNotSignIsNotTaken() {
        byte[] body = mention("hello").encode().getBytes(StandardCharsets.UTF_8);
        String right = new Signature("test-consumer-secret").of(body);
        byte[] flipped = body.clone();
        flipped[20] ^= 1;

        assertThat(deliver.send(body, null).statusCode()).isEqualTo(401);
        assertThat(deliver.send(flipped, right).statusCode()).isEqualTo(401);
        assertThat(deliver.send(body, new Signature("another secret").of(body)).statusCode())
                .isEqualTo(401);
        assertThat(deliver.send(body, right.replace("sha256=", "sha1=")).body()).contains("wrong-signature");
        assertThat(database.count("select count(*) from delivery where account_id = '" + account + "'"))
                .isZero();
        assertThat(deliver.send(body, right).statusCode()).isEqualTo(200);
    }

    @Test
    void whatXSignedWithTheClientSecretIsTaken() {
        byte[] body = mention("signed anew").encode().getBytes(StandardCharsets.UTF_8);
        String right = new Signature("test-client-secret").of(body);

        assertThat(deliver.send(body, Signatures.BY_CONSUMER_SECRET, right).statusCode())
                .isEqualTo(401);
        assertThat(deliver.send(body, Signatures.BY_CLIENT_SECRET, right).statusCode())
                .isEqualTo(200);
        worked(1);
    }

    @Test
    void aMentionIsHeardOnceHoweverOftenAndOnWhateverSubscriptionItIsTold() throws InterruptedException {
        JsonObject mention = mention("hello");
        String body = mention.encode();
        JsonObject again = Deliver.activity("post.quote.create", account, payload(mention));

        for (int i = 0; i < 3; i++) {
            assertThat(deliver.signed(body)).isEqualTo(200);
        }
        assertThat(deliver.signed(again)).isEqualTo(200);

        List<JsonNode> events = ear.await(1);
        worked(2);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.at("/data/post/id").asText()).isEqualTo(id(mention));
            assertThat(event.at("/data/via").asText()).isEqualTo("webhook");
            assertThat(event.at("/data/post/authorHandle").asText()).isEqualTo("bob");
            assertThat(Contracts.violations("mention.received.v2", event)).isEmpty();
        });
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void whatIsKeptIsCiphertextAndOnlyUntilItIsWorked() {
        nobodyWorks(true);
        assertThat(deliver.signed(mention("my number is 4711"))).isEqualTo(200);
        assertThat(deliver.signed(Deliver.activity("follow.follow", account, new JsonObject())))
                .isEqualTo(200);
        assertThat(database.count("select count(*) from delivery where account_id = '" + account
                        + "' and position('4711'::bytea in body) = 0 and body is not null"))
                .isEqualTo(2);

        nobodyWorks(false);
        worked(1);
        assertThat(database.count("select count(*) from delivery where account_id = '" + account
                        + "' and state in ('done', 'ignored') and body is null"))
                .isEqualTo(2);
    }

    /** Whether it was deleted meanwhile is remembered for a week. */
    @Test
    void aPostThatIsDeliveredAgainAfterItsDeletionWasForgottenIsNotHeard() {
        JsonObject mention = Deliver.activity(
                "post.mention.create",
                account,
                XPosts.mention(Instant.now().minus(Duration.ofDays(7)), handle, "replayed"));
        JsonObject young = Deliver.activity(
                "post.mention.create",
                account,
                XPosts.mention(Instant.now().minus(Duration.ofDays(7)).plusSeconds(60), handle, "late"));

        assertThat(List.of(deliver.signed(mention), deliver.signed(young))).containsOnly(200);

        worked(1);
        assertThat(database.one("select state || ': ' || why from delivery where post_id = '" + id(mention) + "'"))
                .isEqualTo("ignored: older than what is remembered of deletions");
        assertThat(database.all("select post_id from mention where account_id = '" + account + "'"))
                .containsExactly(id(young));
    }

    /** X is asked for one account after the other, and for each it is slow. */
    @Test
    void theWorkIsNotLostWhileXIsSlow() {
        AtomicBoolean begun = new AtomicBoolean();
        x.also(request -> {
            if (!String.valueOf(request.path()).equals("/2/tweets")) {
                return false;
            }
            if (begun.compareAndSet(false, true)) {
                var _ = database.soon("update lease set expires_at = clock_timestamp() + interval '6 seconds'"
                                + " where name = '" + LEASE + "'")
                        .subscribe()
                        .asCompletionStage();
            }
            vertx.setTimer(1_600, timer -> {
                var _ = request.response().end("{\"data\":[]}");
            });
            return true;
        });
        nobodyWorks(true);
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(n -> accounts.registered("slow"))
                .map(slow -> {
                    JsonObject mention = Deliver.activity(
                            "post.mention.create", slow.id().value(), XPosts.mention(start, slow.handle(), "slowly"));
                    mention.getJsonObject("data").remove("includes");
                    assertThat(deliver.signed(mention)).isEqualTo(200);
                    return "'" + id(mention) + "'";
                })
                .toList();
        nobodyWorks(false);

        await().atMost(PATIENCE)
                .until(() ->
                        database.count("select count(*) from mention where post_id in (" + String.join(",", ids) + ")")
                                == 5);
        assertThat(x.asked()).filteredOn(line -> line.startsWith("/2/tweets?")).hasSize(5);
    }

    @Test
    void aPostThatWasDeletedBeforeWeWereToldOfItIsNotHeard() {
        JsonObject mention = mention("never mind");
        JsonObject deletion = Deliver.activity(
                "post.delete", account, new JsonObject().put("id", id(mention)).put("author_id", "77"));

        assertThat(deliver.signed(deletion)).isEqualTo(200);
        assertThat(deliver.signed(mention)).isEqualTo(200);

        worked(2);
        assertThat(database.count("select count(*) from mention where post_id = '" + id(mention) + "'"))
                .isZero();
    }

    @Test
    void aPostThatXTellsTheDeletionOfIsWithdrawnAndItsDeliveryForgotten() throws InterruptedException {
        JsonObject mention = mention("I regret this");
        deliver.signed(mention);
        ear.await(1);
        worked(1);

        deliver.signed(Deliver.activity(
                "post.delete", account, new JsonObject().put("id", id(mention)).put("author_id", "77")));

        assertThat(ear.await(1)).singleElement().satisfies(event -> {
            assertThat(event.path("type").asText()).isEqualTo("mention.withdrawn.v1");
            assertThat(event.at("/data/howKnown").asText()).isEqualTo("webhook");
        });
        assertThat(database.count("select count(*) from delivery where post_id = '" + id(mention)
                        + "' and event_type <> 'post.delete' and body is not null"))
                .isZero();
        assertThat(database.count("select count(*) from mention where post_id = '" + id(mention) + "' and text <> ''"))
                .isZero();
    }

    @Test
    void aPostWithoutItsAuthorIsLookedUpAndHeardWhole() throws InterruptedException {
        JsonObject mention = mention("who am I");
        mention.getJsonObject("data").remove("includes");
        x.also(request -> {
            if (!String.valueOf(request.path()).equals("/2/tweets")) {
                return false;
            }
            var _ = request.response()
                    .end(new JsonObject()
                            .put("data", new JsonArray().add(payload(mention)))
                            .put(
                                    "includes",
                                    new JsonObject()
                                            .put(
                                                    "users",
                                                    new JsonArray()
                                                            .add(new JsonObject()
                                                                    .put("id", "77")
                                                                    .put("username", "looked_up")
                                                                    .put("name", "Found"))))
                            .encode());
            return true;
        });

        assertThat(deliver.signed(mention)).isEqualTo(200);

        assertThat(ear.await(1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/data/post/authorHandle").asText()).isEqualTo("looked_up"));
    }

    @Test
    void aMessageIsReceivedOnceAndOurOwnIsNot() throws InterruptedException {
        JsonObject message =
                Deliver.activity("dm.received", account, Deliver.message(XPosts.id(start), "my order is 815"));
        JsonObject same = Deliver.activity("dm.received", account, payload(message));
        JsonObject own = Deliver.activity(
                "dm.received",
                account,
                Deliver.message(XPosts.id(start), "ours").put("sender_id", account));

        assertThat(List.of(deliver.signed(message), deliver.signed(same), deliver.signed(own)))
                .containsOnly(200);

        List<JsonNode> events = ear.await(1);
        worked(3);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.path("type").asText()).isEqualTo("message.received.v1");
            assertThat(event.at("/data/message/text").asText()).isEqualTo("my order is 815");
            assertThat(event.at("/data/message/senderHandle").asText()).isEqualTo("bob");
            assertThat(Contracts.violations("message.received.v1", event)).isEmpty();
        });
        assertThat(ear.rest()).isEmpty();
        assertThat(database.count("select count(*) from message where account_id = '" + account
                        + "' and position('815'::bytea in text) = 0"))
                .isEqualTo(1);
    }

    @Test
    void aMessageInTheShapeThatXPublishesIsReceived() throws InterruptedException {
        assertThat(deliver.signed(Deliver.activity(
                        "dm.received", account, Deliver.published(XPosts.id(start), account, "order 816"))))
                .isEqualTo(200);

        assertThat(ear.await(1)).singleElement().satisfies(event -> {
            assertThat(event.at("/data/message/text").asText()).isEqualTo("order 816");
            assertThat(event.at("/data/message/senderHandle").asText()).isEqualTo("bob");
            assertThat(event.at("/data/message/conversationId").asText()).isEqualTo("77-" + account);
            assertThat(event.at("/data/message/senderName").asText()).isEqualTo("Bob");
            assertThat(event.at("/data/message/media/0/type").asText()).isEqualTo("photo");
            assertThat(event.at("/data/author/followers").asLong()).isEqualTo(97);
            assertThat(event.at("/data/author/mentionsBefore").asInt(-1)).isZero();
            assertThat(Contracts.violations("message.received.v1", event)).isEmpty();
        });
    }

    @Test
    void manyMessagesOfAConversationAreHeardInTheirOrder() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            deliver.signed(Deliver.activity(
                    "dm.received", account, Deliver.message(XPosts.id(start.plusSeconds(i)), "part " + i)));
        }
        assertThat(ear.await(20))
                .extracting(event -> event.at("/data/message/text").asText())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "part " + i).toList());
    }

    @Test
    void whatCannotBeReadIsKeptWithItsReasonAndAnsweredAll() {
        assertThat(deliver.signed("{\"data\":{\"event_type\":\"post.mention.create\",\"filter\":{\"user_id\":\""
                        + account + "\"},\"payload\":{}}}"))
                .isEqualTo(200);
        assertThat(deliver.signed(Deliver.activity("follow.follow", account, new JsonObject())))
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                database.count(
                                        "select count(*) from delivery where account_id = '" + account
                                                + "' and (state = 'ignored' or state = 'unreadable' and why like '%no author%')"))
                        .isEqualTo(2));
    }

    @Test
    void whatIsNotToldWholeIsWantedAtOnceWhereItCanBeHeard() {
        JsonObject sealed = Deliver.message(XPosts.id(start), "");
        sealed.remove("text");
        assertThat(wanted()).isEmpty();

        assertThat(deliver.signed(Deliver.activity("dm.received", account, sealed)))
                .isEqualTo(200);
        assertThat(wanted()).containsExactly("messages:" + account);

        assertThat(deliver.signed(Deliver.activity("post.reply.create", account, new JsonObject())))
                .isEqualTo(200);
        assertThat(wanted()).containsExactly("mentions:" + account, "messages:" + account);

        database.sql("delete from turn_wanted where source like '%:" + account + "'");
        deliver.signed(mention("all of it"));
        deliver.signed(Deliver.activity("follow.follow", account, new JsonObject()));
        assertThat(wanted()).isEmpty();
    }

    @Test
    void noSignedNonsenseFailsAndNoUnsignedOneEither() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] real = mention("fuzz").encode().getBytes(StandardCharsets.UTF_8);
        List<String> kinds = kinds();
        for (int i = 0; i < 600; i++) {
            byte[] body = switch (i % 6) {
                case 0 -> bytes(random, random.nextInt(200));
                case 1 -> Arrays.copyOf(real, random.nextInt(real.length));
                case 2, 3, 4 ->
                    OddJson.of(kinds.get(random.nextInt(kinds.size())), random).getBytes(StandardCharsets.UTF_8);
                default -> {
                    byte[] changed = real.clone();
                    for (int n = 0; n < 1 + random.nextInt(8); n++) {
                        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                    }
                    yield changed;
                }
            };
            assertThat(deliver.signed(body).statusCode()).as("seed " + seed).isEqualTo(200);
            assertThat(deliver.send(body, "sha256=" + i).statusCode()).isEqualTo(401);
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(database.all(
                                "select event_type || ': ' || coalesce(why, '') from delivery where state = 'waiting'"))
                        .as("waiting, seed " + seed)
                        .isEmpty());
        assertThat(deliver.signed(new byte[1 << 20]).statusCode()).isEqualTo(200);
        assertThat(deliver.signed(new byte[(1 << 20) + 1]).statusCode()).isEqualTo(413);
    }

    private List<String> kinds() {
        String id = XPosts.id(start);
        return List.of(
                mention("fuzz").encode(),
                Deliver.activity("post.reply.create", account, XPosts.mention(start, handle, "fuzz"))
                        .encode(),
                Deliver.activity("dm.received", account, Deliver.message(id, "fuzz"))
                        .encode(),
                Deliver.activity("dm.received", account, Deliver.published(id, account, "fuzz"))
                        .encode(),
                Deliver.activity(
                                "post.delete",
                                account,
                                new JsonObject().put("id", id).put("author_id", "77"))
                        .encode());
    }

    /** Another process has the right to work, and does nothing; or it gives it back. */
    private void nobodyWorks(boolean nobody) {
        database.sql("""
                insert into lease (name, holder, epoch, ttl, expires_at)
                values ('%s', 'another', 1, interval '1 minute', 'infinity')
                on conflict (name) do update
                  set holder = 'another', epoch = lease.epoch + 1, expires_at = '%s'
                """.formatted(LEASE, nobody ? "infinity" : "-infinity"));
    }

    private JsonObject mention(String words) {
        return Deliver.activity("post.mention.create", account, XPosts.mention(start, handle, words));
    }

    private static JsonObject payload(JsonObject activity) {
        return activity.getJsonObject("data").getJsonObject("payload");
    }

    private static String id(JsonObject activity) {
        return payload(activity).getString("id");
    }

    private static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private void worked(int deliveries) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.count(
                                "select count(*) from delivery where state in ('done', 'erased') and (account_id = '"
                                        + account + "')"))
                        .isEqualTo(deliveries));
    }

    private List<String> wanted() {
        return database.all("select source from turn_wanted where source like '%:" + account + "' order by source");
    }
}
