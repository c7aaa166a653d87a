package dev.heed.ingestion.rota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From registering to hearing, with nobody's hand in it. */
@QuarkusTest
@Parts
@TestProfile(KeepListeningComponentTest.Polling.class)
class KeepListeningComponentTest {

    /** The service as it runs, only more eager. */
    public static class Polling implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "heed.ingestion.polling", "true",
                    "heed.ingestion.poll-interval", "200ms",
                    "heed.ingestion.longest-turn", "5s",
                    "heed.ingestion.messages.interval", "10m");
        }
    }

    @Inject
    FakeX x;

    @Inject
    OddSources odd;

    @Inject
    WantedTurns wanted;

    @Inject
    Pool pool;

    @Test
    void aSourceOfWhichSomethingIsKnownIsHeardAtOnceHoweverLongItWouldRest() throws Exception {
        FakeOwners owners = new FakeOwners(x, "hurry");
        owners.user("5002", "tyrell");
        pool.query(
                        "insert into account (id, handle, name, status, registered_at) values ('5002', 'tyrell', 'Tyrell', 'active', now())")
                .executeAndAwait();
        String url = given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body("{\"account\":\"5002\"}")
                .post("/api/ingestion/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
        given().queryParams(owners.consent(url, "5002"))
                .get("/api/ingestion/connections/callback")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(15)).until(() -> count("source_turn where source = 'messages:5002'") == 1);

        try (HeardEvents ear = HeardEvents.ofAll("5002")) {
            owners.message(
                    "5002",
                    FakeOwners.direct(
                            XPosts.id(Instant.now()),
                            "77",
                            "hello?",
                            Instant.now().toString()));
            pool.withTransaction(connection -> wanted.want(connection, List.of(new SourceKey("messages:5002"))))
                    .await()
                    .atMost(Duration.ofSeconds(5));

            assertThat(ear.await(1)).hasSize(1);
            await().until(() -> count("turn_wanted where source = 'messages:5002'") == 0);
        }
    }

    @Test
    void aRegisteredAccountIsHeardFromThenOnAlsoAfterAFailure() throws Exception {
        x.user("5001", "umbrella");
        x.mention("5001", XPosts.mention(Instant.now().minusSeconds(30), "umbrella", "before"));
        try (HeardEvents ear = HeardEvents.ofMentions("5001")) {
            given().auth()
                    .oauth2(Tokens.of("admin", "admin"))
                    .contentType(ContentType.JSON)
                    .body("{\"handle\":\"umbrella\"}")
                    .post("/api/ingestion/accounts")
                    .then()
                    .statusCode(201);
            assertThat(ear.await(1)).hasSize(1);

            x.next(FakeX.status(503, ""), FakeX.status(500, "<html>"));
            x.mention("5001", XPosts.mention(Instant.now(), "umbrella", "after"));
            assertThat(ear.await(1)).hasSize(1);
            assertThat(ear.rest()).isEmpty();
        }
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("heed_ingestion_mentions_total{account=\"umbrella\"} 2.0"))
                .body(containsString("heed_ingestion_lag_seconds{account=\"umbrella\"}"))
                .body(containsString("heed_ingestion_turns_total"));
    }

    @Test
    void aSourceThatThrowsInItsTurnHasTheNextOneLikeAnyThatFailed() {
        AtomicInteger turns = new AtomicInteger();
        odd.add("thrower", () -> {
            turns.incrementAndGet();
            throw new IllegalStateException("no source does this, but one may");
        });

        await().atMost(Duration.ofSeconds(15)).until(() -> turns.get() >= 3);
    }

    @Test
    void sourcesThatHangAreGivenUpAndKeepNobodySilentForGood() {
        AtomicInteger hung = new AtomicInteger();
        AtomicInteger lively = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            odd.add("hanger" + i, () -> {
                hung.incrementAndGet();
                return Uni.createFrom().nothing();
            });
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> hung.get() == 8);
        odd.add("lively", () -> {
            lively.incrementAndGet();
            return Uni.createFrom().item(new TurnEnd.Complete(0));
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> lively.get() > 0 && hung.get() > 8);
    }

    @Test
    void aLookThatHangsIsFollowedByTheNext() {
        odd.hang();
        AtomicInteger turns = new AtomicInteger();
        odd.add("after", () -> {
            turns.incrementAndGet();
            return Uni.createFrom().item(new TurnEnd.Complete(0));
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> turns.get() > 0);
    }

    @Test
    void turnsShareNeitherAContextNorOneEventLoop() {
        Set<Context> contexts = ConcurrentHashMap.newKeySet();
        Set<String> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger turns = new AtomicInteger();
        for (String name : List.of("one", "two", "three", "four")) {
            odd.add(name, () -> {
                turns.incrementAndGet();
                contexts.add(Vertx.currentContext());
                threads.add(Thread.currentThread().getName());
                return Uni.createFrom().item(new TurnEnd.Complete(0));
            });
        }

        await().atMost(Duration.ofSeconds(15)).until(() -> turns.get() >= 8);
        assertThat(contexts).hasSizeGreaterThanOrEqualTo(8).allMatch(VertxContext::isDuplicatedContext);
        assertThat(threads).hasSizeGreaterThan(1).allMatch(name -> name.startsWith("vert.x-eventloop-thread-"));
    }

    @AfterEach
    void listenToNothingOdd() {
        odd.clear();
    }

    private long count(String from) {
        return pool.query("select count(*) from " + from)
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
