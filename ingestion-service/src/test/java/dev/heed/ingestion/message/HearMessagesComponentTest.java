package dev.heed.ingestion.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.Accounts;
import dev.heed.ingestion.gap.Snowflake;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.testing.Contracts;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of a connected account, over X's legacy endpoint. */
@QuarkusTest
@Parts
class HearMessagesComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture fixture;

    @Inject
    Database database;

    @Inject
    Accounts accounts;

    @Inject
    HearMessages hearing;

    @Inject
    MessageSources sources;

    @Inject
    UnheardMessages unheard;

    private final Instant start = Instant.now().minus(Duration.ofHours(2));
    private String id;
    private String handle;
    private FakeOwners owners;
    private HeardEvents ear;

    @BeforeEach
    void connect() throws IOException, TimeoutException {
        x.forget();
        quotas.forget();
        Account inbox = fixture.registered("inbox");
        id = inbox.id().value();
        handle = inbox.handle();
        owners = new FakeOwners(x, "m" + id);
        owners.user(id, handle);
        ear = HeardEvents.ofAll(id);
    }

    @AfterEach
    void close() throws IOException {
        ear.close();
    }

    @Test
    void messagesOverSeveralPagesAreReceivedOnceAndOurOwnAreNot() throws InterruptedException {
        owners.connect(id);
        for (int i = 0; i < 150; i++) {
            customerWrites("number " + i, i);
        }
        owners.message(id, FakeOwners.direct(XPosts.id(start.plusSeconds(200)), id, "ours", at(200)));

        assertThat(hear()).isEqualTo(new TurnEnd.Complete(150));
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(0));

        List<JsonNode> events = ear.await(150);
        assertThat(events)
                .hasSize(150)
                .allSatisfy(event -> assertThat(Contracts.violations("message.received.v1", event))
                        .isEmpty());
        assertThat(ear.rest()).isEmpty();
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .queryParam("account", handle)
                .queryParam("limit", 200)
                .get("/api/ingestion/messages")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(150))
                .body("items.text", hasItem("number 7"));
        given().auth()
                .oauth2(Tokens.of("compliance", "compliance"))
                .get("/api/ingestion/messages")
                .then()
                .statusCode(403);
    }

    @Test
    void aWalkThatBreaksOffGoesOnWhereItWas() throws InterruptedException {
        owners.connect(id);
        for (int i = 0; i < 150; i++) {
            customerWrites("number " + i, i);
        }
        x.next(FakeX.truth(), FakeX.status(503, "{}"));

        assertThat(hear()).isInstanceOf(TurnEnd.Broken.class);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(50));
        assertThat(x.asked().getLast()).contains("pagination_token=");
        customerWrites("while it went on", 300);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(1));
        assertThat(ear.await(151)).hasSize(151);
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void whereTheOwnerDidNotAllowItThereIsNoSourceAndThatIsSaid() {
        assertThat(said()).contains("not connected");
        owners.scopes = "tweet.read users.read offline.access";
        owners.connect(id);
        assertThat(sourceKeys()).doesNotContain("messages:" + id);
        assertThat(said()).contains("dm.read");

        owners.scopes = "tweet.read users.read dm.read offline.access";
        owners.connect(id);
        assertThat(sourceKeys()).contains("messages:" + id);
        assertThat(said()).isEmpty();
    }

    @Test
    void whatXDoesNotShowIsSaidInWords() {
        owners.connect(id);
        x.next(FakeX.status(
                403,
                "{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"Direct messages are not open to this app.\"}"));
        assertThat(hear()).isInstanceOf(TurnEnd.Refused.class);
        assertThat(said()).contains("Direct messages are not open to this app.");

        var sealed = FakeOwners.direct(XPosts.id(start), "77", "", at(0));
        sealed.remove("text");
        owners.message(id, sealed);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(said()).contains("encrypted chats");
    }

    @Test
    void aListIsOfOneAccountOrOfAllAndWhatARemovedOneReceivedStays() {
        owners.connect(id);
        customerWrites("for one", 0);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(1));
        assertThat(listed("@" + handle)).containsExactly("for one");
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get("/api/ingestion/messages?account=nobody_at_all")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://heed.dev/problems/unknown-account"));
        assertThat(listed(null)).contains("for one");
        database.sql("update account set status = 'removed' where id = '%s'".formatted(id));
        assertThat(listed(id)).containsExactly("for one");
    }

    @Test
    void aMessageThatWasKeptUnderAnotherKeyIsShownAsUnopenableAndHidesNoOther() {
        owners.connect(id);
        customerWrites("under a former key", 0);
        customerWrites("under the present one", 1);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(2));
        database.sql(
                "update message set text = decode(repeat('5a', 40), 'hex') where event_id = (select min(event_id) from message where account_id = '%s')"
                        .formatted(id));
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .queryParam("account", id)
                .get("/api/ingestion/messages")
                .then()
                .statusCode(200)
                .body("items.text", contains("under the present one", null))
                .body("items.unopenable", contains(null, true))
                .body("items[1].senderId", equalTo("77"));
    }

    private List<String> listed(@Nullable String account) {
        RequestSpecification asked = given().auth().oauth2(Tokens.of("agent", "agent"));
        return (account == null ? asked : asked.queryParam("account", account))
                .get("/api/ingestion/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("items.text");
    }

    @Test
    void aMessageThatXShowsLateIsHeardByTheNextSweep() throws InterruptedException {
        owners.connect(id);
        customerWrites("in time", 3_000);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(1));
        customerWrites("late", 300);
        for (int i = 0; i < 120; i++) {
            customerWrites("between " + i, 600 + i);
        }
        owners.inOrder(id);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(9));
        assertThat(hear(Depth.SWEEP)).isEqualTo(new TurnEnd.Complete(112));
        assertThat(ear.await(122)).hasSize(122);
    }

    @Test
    void whatWasWrittenLongBeforeWeListenedIsNewsToNoWalk() throws InterruptedException {
        owners.connect(id);
        int eightDaysAgo = -8 * 24 * 3_600;
        customerWrites("an old, private talk", eightDaysAgo);
        customerWrites("yesterday", -24 * 3_600);

        assertThat(hear()).isEqualTo(new TurnEnd.Complete(1));
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(hear(Depth.SWEEP)).isEqualTo(new TurnEnd.Complete(0));
        customerWrites("today", 0);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(1));
        assertThat(ear.await(2)).hasSize(2);
        assertThat(ear.rest()).isEmpty();
    }

    @Test
    void onADayOnWhichNobodyWroteAGlanceIsPaidAndNoMonthOfMessages() {
        owners.connect(id);
        for (int i = 0; i < 150; i++) {
            customerWrites("number " + i, 40 * i);
        }
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(150));
        assertThat(billed()).isEqualTo(150);
        midnight();

        assertThat(hear()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(billed()).isEqualTo(150 + 10);

        for (int i = 0; i < 12; i++) {
            customerWrites("today " + i, 7_000 + i);
        }
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(12));
        assertThat(billed()).isEqualTo(150 + 10 + 12 + 78);
    }

    private void midnight() {
        database.sql("delete from resource_read where kind = 'message'");
    }

    private long billed() {
        return database.count(
                "select sum(billed)::bigint from spending where endpoint = 'messages' and account_id = '%s'"
                        .formatted(id));
    }

    @Test
    void whatXNoLongerShowsAfterMonthsWithoutTheRightIsAFinding() throws InterruptedException {
        owners.connect(id);
        customerWrites("before", 0);
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(1));
        assertThat(ear.await(1)).hasSize(1);
        Instant then = Instant.now().minus(Duration.ofDays(40));
        database.sql("update message_cursor set highest = %d, walked_at = '%s' where account_id = '%s'"
                .formatted(Snowflake.at(then), then, id));

        assertThat(hear()).isEqualTo(new TurnEnd.Complete(0));

        List<JsonNode> events = ear.await(1);
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.path("type").asText()).isEqualTo("finding.raised.v1");
            assertThat(Contracts.violations("finding.raised.v1", event)).isEmpty();
            assertThat(event.at("/data/finding/what").asText()).contains("written in private to @" + handle);
        });
        assertThat(hear()).isEqualTo(new TurnEnd.Complete(0));
        assertThat(ear.rest()).isEmpty();
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get("/api/ingestion/accounts/" + id + "/health")
                .then()
                .statusCode(200)
                .body("words", hasItem(containsString("Direct messages were not read for longer")));
    }

    private void customerWrites(String text, int second) {
        owners.message(id, FakeOwners.direct(XPosts.id(start.plusSeconds(second)), "77", text, at(second)));
    }

    private String at(int second) {
        return start.plusSeconds(second).toString();
    }

    private TurnEnd hear() {
        return hear(Depth.POLL);
    }

    private TurnEnd hear(Depth depth) {
        List<Account> ours = accounts.ours().await().atMost(PATIENCE);
        Account account = ours.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return hearing.hear(account, ours, depth).await().atMost(PATIENCE);
    }

    private List<String> sourceKeys() {
        return sources.find().await().atMost(PATIENCE).stream()
                .map(source -> source.key().word())
                .toList();
    }

    private String said() {
        return unheard.of(new AccountId(id)).await().atMost(PATIENCE).orElse("");
    }
}
