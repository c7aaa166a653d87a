package dev.heed.ingestion.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.cursor.Stream;
import dev.heed.ingestion.cursor.WalkStream;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.TurnEnd;
import dev.heed.testing.Tokens;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a removed account nothing is left that its next life would meet. */
@QuarkusTest
@Parts
class RemovalComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ACCOUNTS = "/api/ingestion/accounts";

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture fixture;

    @Inject
    Database database;

    @Inject
    WalkStream walking;

    @Inject
    ChangeAccount changing;

    @Inject
    ClearAway clearing;

    @Inject
    Accounts accounts;

    @Inject
    @All
    List<OnRemoval> rooms;

    @Inject
    OddRoom room;

    private Account gone;
    private AccountId id;

    @BeforeEach
    void meet() {
        x.forget();
        quotas.forget();
        gone = fixture.registered("gone");
        id = gone.id();
        x.user(id.value(), gone.handle());
    }

    @Test
    void aWalkWhoseAccountIsRemovedMeanwhileHearsNothingMoreAndLeavesNoCursor() {
        Instant start = Instant.now().minus(Duration.ofHours(1));
        for (int i = 0; i < 150; i++) {
            x.mention(id.value(), XPosts.mention(start.plusSeconds(i), gone.handle(), "number " + i));
        }
        x.next(FakeX.truth(), request -> {
            var _ = CompletableFuture.runAsync(() -> {
                changing.remove(id).await().atMost(PATIENCE);
                x.answerTruly(request);
            });
            return true;
        });
        assertThat(walking.walk(Stream.mentions(gone), Depth.POLL).await().atMost(PATIENCE))
                .isEqualTo(new TurnEnd.Overtaken());
        assertThat(count("mention")).isEqualTo(100);
        assertThat(count("walk_cursor")).isZero();
    }

    @Test
    void whoComesBackBeginsAnew() {
        database.sql(
                "insert into walk_cursor (source, account_id, highest, lease_epoch, moved_at) values ('mentions:%1$s', '%1$s', 7, 1, now())"
                        .formatted(id));
        database.sql(
                "insert into message_cursor (account_id, highest, next_highest, lease_epoch, moved_at) values ('%s', 7, 0, 1, now())"
                        .formatted(id));
        database.sql(
                "insert into gap (id, account_id, source, from_id, to_id, reached, state, why, opened_at) values (gen_random_uuid(), '%1$s', 'mentions:%1$s', 1, 2, 2, 'open', 'tested', now())"
                        .formatted(id));
        database.sql(
                "update account set monthly_budget_micros = 7, resumed_at = now(), last_polled_at = now(), last_heard_post_id = '7' where id = '%s'"
                        .formatted(id));

        as("admin").delete(ACCOUNTS + "/" + id).then().statusCode(204);
        assertThat(count("walk_cursor")).isZero();
        assertThat(count("message_cursor")).isZero();
        assertThat(count("gap")).isZero();

        as("admin")
                .body("{\"handle\":\"" + gone.handle() + "\"}")
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .body("status", equalTo("active"), "monthlyBudgetMicros", nullValue())
                .body("lastHeardPostId", nullValue(), "lastPolledAt", nullValue());
        assertThat(database.one("select resumed_at from account where id = '" + id + "'"))
                .isEmpty();
    }

    @Test
    void whatCouldNotBeClearedAwayIsTriedAgainUntilItIs() {
        room.fail(id, 2);
        as("admin").delete(ACCOUNTS + "/" + id).then().statusCode(204);
        clearing.rest().await().atMost(PATIENCE);
        assertThat(toClear()).isEqualTo("true");
        clearing.rest().await().atMost(PATIENCE);
        assertThat(toClear()).isEqualTo("false");
    }

    @Test
    void nobodyComesBackBeforeTheFormerLifeIsClearedAway() {
        room.fail(id, 2);
        as("admin").delete(ACCOUNTS + "/" + id).then().statusCode(204);
        String body = "{\"handle\":\"" + gone.handle() + "\"}";
        as("admin").body(body).post(ACCOUNTS).then().statusCode(409).body("type", endsWith("still-being-removed"));
        assertThat(toClear()).isEqualTo("true");
        as("admin").body(body).post(ACCOUNTS).then().statusCode(201);
        assertThat(toClear()).isEqualTo("false");
    }

    @Test
    void whoIsRemovedWhileSomebodyRegistersItIsNotListenedForBeforeItIsCleared() {
        accounts.remove(id).await().atMost(PATIENCE);
        assertThat(accounts.register(gone, Instant.now()).await().atMost(PATIENCE))
                .isInstanceOf(Registration.StillBeingRemoved.class);
        assertThat(toClear()).isEqualTo("true");
        assertThat(database.one("select status from account where id = '" + id + "'"))
                .isEqualTo("removed");
    }

    @Test
    void aClearingThatHungTakesNothingFromTheNextLife() {
        for (String row : List.of(
                "walk_cursor (source, account_id, highest, lease_epoch, moved_at) values ('mentions:%1$s', '%1$s', 7, 1, now())",
                "message_cursor (account_id, highest, next_highest, lease_epoch, moved_at) values ('%1$s', 7, 0, 1, now())",
                "gap (id, account_id, source, from_id, to_id, reached, state, why, opened_at) values (gen_random_uuid(), '%1$s', 'mentions:%1$s', 1, 2, 2, 'open', 'tested', now())",
                "watch (id, account_id, name, query, asked, status, listens_from, created_by, created_at) values (gen_random_uuid(), '%1$s', 'new', 'new', 'new', 'active', now(), 'lead', now())",
                "connection (account_id, version, status, scopes, expires_at, connected_by, connected_at, updated_at) values ('%1$s', 1, 'connected', 'dm.read', now(), 'admin', now(), now())")) {
            database.sql("insert into " + row.formatted(id));
        }
        rooms.forEach(room -> room.removed(gone).await().atMost(PATIENCE));
        for (String table : List.of("walk_cursor", "message_cursor", "gap", "connection")) {
            assertThat(count(table)).as(table).isOne();
        }
        assertThat(database.one("select status from watch where account_id = '" + id + "'"))
                .isEqualTo("active");
    }

    @Test
    void whoIsRegisteredAgainUnderAnotherHandleWasRenamed() {
        x.user(id.value(), "new" + id);
        as("admin")
                .body("{\"handle\":\"new" + id + "\"}")
                .post(ACCOUNTS)
                .then()
                .statusCode(200)
                .body("handle", equalTo("new" + id));
        assertThat(accounts.renamed(id, Instant.now().minusSeconds(60)).await().atMost(PATIENCE))
                .hasValueSatisfying(renaming -> {
                    assertThat(renaming.from()).isEqualTo(gone.handle());
                    assertThat(renaming.to()).isEqualTo("new" + id);
                });
    }

    private String toClear() {
        return database.one("select to_clear from account where id = '" + id + "'");
    }

    private long count(String table) {
        return database.count("select count(*) from " + table + " where account_id = '" + id + "'");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, role)).contentType(ContentType.JSON);
    }
}
