package dev.heed.ingestion.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two administrators do to one account at the same moment stands, both of it. */
@QuarkusTest
@Parts
class ChangesAtOnceComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ACCOUNTS = "/api/ingestion/accounts";

    @Inject
    FakeX x;

    @Inject
    AccountFixture fixture;

    @Inject
    Database database;

    @Inject
    Pool pool;

    private Account acme;

    @BeforeEach
    void meet() {
        x.forget();
        acme = fixture.registered("both");
        x.user(acme.id().value(), acme.handle());
    }

    @Test
    void aBudgetThatIsSetWhileTheAccountIsPausedLeavesItPaused() {
        int status = whileBecoming(
                "paused",
                () -> as("admin")
                        .body("{\"monthlyBudgetMicros\":5}")
                        .patch(ACCOUNTS + "/" + acme.id())
                        .statusCode());
        assertThat(status).isEqualTo(200);
        assertThat(stored("status")).isEqualTo("paused");
        assertThat(stored("monthly_budget_micros")).isEqualTo("5");
    }

    @Test
    void aBudgetThatIsSetWhileTheAccountIsRemovedBringsNothingBack() {
        int status = whileBecoming(
                "removed",
                () -> as("admin")
                        .body("{\"monthlyBudgetMicros\":5}")
                        .patch(ACCOUNTS + "/" + acme.id())
                        .statusCode());
        assertThat(status).isEqualTo(404);
        assertThat(stored("status")).isEqualTo("removed");
    }

    @Test
    void whatIsRegisteredAgainWhileItIsPausedStaysPaused() {
        int status = whileBecoming(
                "paused",
                () -> as("admin")
                        .body("{\"handle\":\"" + acme.handle() + "\",\"monthlyBudgetMicros\":5}")
                        .post(ACCOUNTS)
                        .statusCode());
        assertThat(status).isEqualTo(200);
        assertThat(stored("status")).isEqualTo("paused");
    }

    /** Sends a request while another transaction has changed the status and not committed. */
    private int whileBecoming(String word, IntSupplier request) {
        CompletableFuture<Integer> answered = new CompletableFuture<>();
        pool.withTransaction(connection -> connection
                        .query("update account set status = '%s' where id = '%s'".formatted(word, acme.id()))
                        .execute()
                        .invoke(() -> answered.completeAsync(request::getAsInt))
                        .chain(() -> Uni.createFrom()
                                .item(() -> {
                                    await().atMost(PATIENCE).until(() -> waiting() > 0);
                                    return true;
                                })
                                .runSubscriptionOn(
                                        io.smallrye.mutiny.infrastructure.Infrastructure.getDefaultWorkerPool())))
                .await()
                .atMost(PATIENCE);
        return answered.join();
    }

    /** How many of this database's transactions wait for another's row. */
    private long waiting() {
        return database.count(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    }

    private String stored(String column) {
        return database.one("select " + column + " from account where id = '" + acme.id() + "'");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, role)).contentType(ContentType.JSON);
    }
}
