package dev.heed.ingestion.cursor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.HeardEvents;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Source;
import dev.heed.ingestion.rota.Sources;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.testing.Tokens;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A pause is an outage like any other: what was said in it is heard when it is over. */
@QuarkusTest
@Parts
class PauseComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ID = "5101";
    private static final String QUIET = "5102";

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    Pool pool;

    @Inject
    Database database;

    @Inject
    @All
    List<Sources> rooms;

    private final Instant start = Instant.now().minus(Duration.ofHours(2));

    @Test
    void whatWasSaidInAPauseOverSeveralPagesIsHeardOnceWhenItIsOver() throws Exception {
        x.forget();
        quotas.forget();
        pool.query(
                        "insert into account (id, handle, name, status, registered_at) values ('%s', 'weyland', 'Weyland', 'active', now())"
                                .formatted(ID))
                .executeAndAwait();
        mention(0);
        assertThat(turn()).contains(new TurnEnd.Complete(1));

        change(ID, "paused").statusCode(200);
        assertThat(turn()).isEmpty();
        try (HeardEvents ear = HeardEvents.ofMentions(ID)) {
            List<String> inThePause =
                    IntStream.rangeClosed(1, 250).mapToObj(this::mention).toList();
            health().body("words", contains(startsWith("Paused")));

            change(ID, "active").statusCode(200);
            health().body(
                            "words",
                            contains(matchesPattern(
                                    "Catching up since \\S+ with what was said from \\S+ on: 0 heard so far\\.")));

            x.next(FakeX.truth(), FakeX.status(503, "{}"));
            assertThat(turn()).containsInstanceOf(TurnEnd.Broken.class);
            health().body(
                            "words",
                            contains(matchesPattern(
                                    "Catching up .*: 100 heard so far, from the newest back to \\S+Z\\.")));

            assertThat(turn()).contains(new TurnEnd.Complete(150));
            health().body("words", empty());
            assertThat(ear.await(250))
                    .extracting(PauseComponentTest::postId)
                    .containsExactlyInAnyOrderElementsOf(inThePause);
            assertThat(ear.rest()).isEmpty();
        }
    }

    @Test
    void whileItLastsNothingOfTheAccountHasATurnNotEvenItsDirectMessages() {
        FakeOwners owners = new FakeOwners(x, "pause");
        owners.user(QUIET, "yutani");
        database.sql(
                "insert into account (id, handle, name, status, registered_at) values ('%s', 'yutani', 'Yutani', 'active', now())"
                        .formatted(QUIET));
        owners.connect(QUIET);
        assertThat(sourcesOf(QUIET)).contains("mentions:" + QUIET, "messages:" + QUIET);
        change(QUIET, "paused").statusCode(200);
        assertThat(sourcesOf(QUIET)).isEmpty();
        change(QUIET, "active").statusCode(200);
        assertThat(sourcesOf(QUIET)).contains("mentions:" + QUIET, "messages:" + QUIET);
    }

    private List<String> sourcesOf(String account) {
        return rooms.stream()
                .flatMap(room -> room.find().await().atMost(PATIENCE).stream())
                .filter(source -> source.account().value().equals(account))
                .map(source -> source.key().word())
                .toList();
    }

    private static String postId(JsonNode event) {
        return event.at("/data/post/id").asText();
    }

    private String mention(int number) {
        var post = XPosts.mention(start.plusMillis(number * 10L), "weyland", "number " + number);
        x.mention(ID, post);
        return post.getString("id");
    }

    /** Empty where nobody listens. */
    private Optional<TurnEnd> turn() {
        return rooms.stream()
                .flatMap(room -> room.find().await().atMost(PATIENCE).stream())
                .filter(source -> source.key().word().equals("mentions:" + ID))
                .findFirst()
                .map(PauseComponentTest::turn);
    }

    private static TurnEnd turn(Source source) {
        return source.turn(Depth.POLL).await().atMost(PATIENCE);
    }

    private static ValidatableResponse change(String account, String status) {
        return given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body("{\"status\":\"" + status + "\"}")
                .patch("/api/ingestion/accounts/" + account)
                .then();
    }

    private static ValidatableResponse health() {
        return given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get("/api/ingestion/accounts/" + ID + "/health")
                .then()
                .statusCode(200);
    }
}
