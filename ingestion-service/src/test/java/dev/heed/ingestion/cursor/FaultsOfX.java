package dev.heed.ingestion.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong at the simulator of X: in the end each post is one event, by the simulator's own ledger. */
abstract class FaultsOfX {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MOST_TURNS = 6;

    @Inject
    WalkStream walking;

    @Inject
    Quotas quotas;

    @Inject
    Database database;

    @Inject
    @ConfigProperty(name = "heed.x.api-url")
    String url;

    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private HeardEvents ear;
    private Account acme;

    @BeforeEach
    void meet() throws IOException, TimeoutException {
        quotas.forget();
        control("/sim/reset", "");
        ear = new HeardEvents("mention.#", ours::contains);
        String handle = "f" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        String id =
                control("/sim/users", "{\"username\":\"%s\"}".formatted(handle)).getString("id");
        ours.add(id);
        database.sql(
                "insert into account (id, handle, name, status, registered_at) values ('%s', '%s', 'Acme', 'active', now())"
                        .formatted(id, handle));
        acme = new Account(new AccountId(id), handle, "Acme", AccountStatus.ACTIVE, null, null);
    }

    @AfterEach
    void leave() throws IOException {
        ear.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":500",
                "\"status\":503",
                "\"delayMillis\":4000",
                "\"reset\":true",
                "\"afterEffect\":true,\"reset\":true",
                "\"truncate\":true",
                "\"garbage\":true",
                "\"shape\":\"problem\"",
                "\"shape\":\"errors\"",
                "\"shape\":\"usage-capped\"",
                "\"shape\":\"credits\"",
                "\"shape\":\"credits-depleted\"",
                "\"shape\":\"not-permitted\"",
                "\"status\":401"
            })
    void whatGoesWrongWithAPageLosesNothingAndDoublesNothing(String fault) throws InterruptedException {
        for (Stream stream :
                List.of(Stream.mentions(acme), Stream.naming(acme, Instant.now().minus(Duration.ofHours(1))))) {
            say(120);
            order(stream, fault);
            assertThat(walk(stream)).as(fault).isNotInstanceOf(TurnEnd.Complete.class);
            walkToTheEnd(stream);
        }
        everythingIsHeardOnce(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"status\":503", "\"reset\":true", "\"truncate\":true", "\"shape\":\"problem\""})
    void whatGoesWrongInTheMiddleOfAWalkLosesNothingAndDoublesNothing(String fault) throws InterruptedException {
        Stream mentions = Stream.mentions(acme);
        say(250);
        order(mentions, "\"delayMillis\":1");
        order(mentions, fault);
        assertThat(walk(mentions)).as(fault).isNotInstanceOf(TurnEnd.Complete.class);
        say(20);
        walkToTheEnd(mentions);
        everythingIsHeardOnce(270);
    }

    @Test
    void aCursorThatIsTooOldForXIsSetForward() throws InterruptedException {
        Stream mentions = Stream.mentions(acme);
        say(30);
        walkToTheEnd(mentions);
        database.sql("update walk_cursor set highest = 1000 where account_id = '%s'".formatted(acme.id()));
        say(30);
        order(mentions, "\"shape\":\"stale-since-id\"");
        walkToTheEnd(mentions);
        everythingIsHeardOnce(60);
    }

    @Test
    void pagesThatComeShortOrEmptyLeadOn() throws InterruptedException {
        Stream mentions = Stream.mentions(acme);
        say(60);
        String hidden = UUID.randomUUID().toString().replace("-", "").substring(0, 14);
        control("/sim/users", "{\"username\":\"%s\"}".formatted(hidden));
        for (int i = 0; i < 130; i++) {
            post(hidden, "@%s nobody sees number %d".formatted(acme.handle(), i), "");
        }
        control("/sim/users/" + hidden + "/protect", "");
        control("/sim/pages", "{\"thin\":true}");
        say(20);
        walkToTheEnd(mentions);
        everythingIsHeardOnce(80);
    }

    @Test
    void whatXCannotShowJustThenIsHeardByAnotherTurnAndLookedForMeanwhile() throws InterruptedException {
        for (Stream stream :
                List.of(Stream.mentions(acme), Stream.naming(acme, Instant.now().minus(Duration.ofHours(1))))) {
            say(60);
            order(stream, "\"partial\":3");
            assertThat(walk(stream)).isInstanceOf(TurnEnd.Complete.class);
            walkToTheEnd(stream);
        }
        assertThat(database.count(
                        "select count(*) from gap where state = 'open' and account_id = '%s'".formatted(acme.id())))
                .isEqualTo(6);
        everythingIsHeardOnce(120);
    }

    @Test
    void whatAppearsLateAndOutOfOrderIsHeardByAnotherTurn() throws InterruptedException {
        Stream mentions = Stream.mentions(acme);
        control("/sim/lateness", "{\"mentionsMillis\":1500,\"searchMillis\":1500,\"every\":3}");
        say(60);
        walkToTheEnd(mentions);
        say(30);
        await().atMost(LONG).until(() -> {
            walkToTheEnd(mentions);
            return database.count("select count(*) from mention where account_id = '%s'".formatted(acme.id())) == 90;
        });
        everythingIsHeardOnce(90);
    }

    private void everythingIsHeardOnce(int count) throws InterruptedException {
        List<String> ids = ear.await(count).stream()
                .filter(event -> event.path("type").asText().startsWith("mention.received."))
                .map(event -> event.at("/data/post/id").asText())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(shown());
        assertThat(ear.rest()).map(JsonNode::toString).isEmpty();
        assertThat(database.count("select sum(micros) from spending where account_id = '%s'".formatted(acme.id())))
                .as("our bill, beside X's")
                .isPositive()
                .isEqualTo(RestAssured.given()
                        .baseUri(url)
                        .get("/sim/billing")
                        .jsonPath()
                        .getLong("total.micros"));
    }

    /** What X shows of those who mention the account, by its ledger. */
    private List<String> shown() {
        return RestAssured.given().baseUri(url).get("/sim/ledger").jsonPath().<Map<String, ?>>getList("items").stream()
                .filter(post -> String.valueOf(post.get("text")).startsWith("@" + acme.handle() + " hello"))
                .map(post -> String.valueOf(post.get("id")))
                .toList();
    }

    private void say(int count) {
        long before = shown().size();
        control(
                "/sim/burst",
                "{\"to\":\"%s\",\"count\":%d,\"authors\":7,\"text\":\"hello {n}\"}".formatted(acme.handle(), count));
        await().atMost(LONG).until(() -> shown().size() >= before + count);
    }

    private void post(String as, String text, String more) {
        control("/sim/posts", "{\"as\":\"%s\",\"text\":\"%s\"%s}".formatted(as, text, more));
    }

    private void order(Stream stream, String fault) {
        String endpoint = stream.isSearch() ? "searchRecent" : "mentions";
        control("/sim/faults", "{\"endpoint\":\"%s\",%s}".formatted(endpoint, fault));
    }

    private void walkToTheEnd(Stream stream) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            quotas.forget();
            if (walk(stream) instanceof TurnEnd.Complete) {
                return;
            }
        }
        throw new AssertionError(stream.key() + " was not walked to the end in " + MOST_TURNS + " turns");
    }

    private TurnEnd walk(Stream stream) {
        return walking.walk(stream, Depth.POLL).await().atMost(LONG);
    }

    private JsonPath control(String path, String body) {
        return RestAssured.given()
                .baseUri(url)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300))
                .extract()
                .jsonPath();
    }
}
