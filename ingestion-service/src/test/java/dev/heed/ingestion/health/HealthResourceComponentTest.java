package dev.heed.ingestion.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.quota.Till;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.spending.Budgets;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Parts
class HealthResourceComponentTest {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger(66_000);

    @Inject
    Pool pool;

    @Inject
    Till till;

    @Inject
    Budgets budgets;

    private final int acme = ACCOUNTS.incrementAndGet();

    @BeforeEach
    void register() {
        sql("""
                insert into account (id, handle, name, status, registered_at, last_polled_at, last_heard_post_id)
                values ('%d', 'acme%d', 'Acme', 'active', now(), now() - interval '4 seconds', '2083157183716917248')
                """.formatted(acme, acme));
    }

    @Test
    void anAccountThatIsHeardIsShownInOneLookAndNothingIsSaid() {
        sql("""
                insert into source_turn (source, account_id, ended_at, ended, next_at, every_millis)
                values ('mentions:%d', '%d', now(), 'complete', now() + interval '2 seconds', 2500)
                """.formatted(acme, acme));
        sql("""
                insert into quota_told (endpoint, token, calls_limit, calls_left, resets_at, told_at)
                values ('mentions', '%d', 300, 17, now() + interval '9 minutes', now())
                """.formatted(acme));
        sql("""
                insert into connection (account_id, version, status, scopes, expires_at, connected_by, connected_at, updated_at)
                values ('%d', 1, 'connected', 'dm.read', now() + interval '1 hour', 'admin', now(), now())
                """.formatted(acme));
        health().body("account.id", equalTo(Integer.toString(acme)), "account.handle", equalTo("acme" + acme))
                .body("status", equalTo("active"), "lagSeconds", lessThan(60))
                .body("lastPostAt", equalTo("2026-07-31T11:45:50.444Z"))
                .body("sources", hasSize(1), "sources[0].key", equalTo("mentions:" + acme))
                .body("sources[0].lastEnd", equalTo("complete"), "sources[0].everySeconds", equalTo(2.5f))
                .body("quota.find { it.endpoint == 'mentions' }.remaining", equalTo(17))
                .body("money.spentMicros", equalTo(0), "money.monthBudgetMicros", nullValue())
                .body("gaps", empty(), "webhook.state", equalTo("none"), "connection.state", equalTo("connected"))
                .body("words", empty());

        sql("delete from connection where account_id = '" + acme + "'");
        health().body("quota.findAll { it.remaining == 17 }", empty(), "connection.state", equalTo("none"));
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        sql("update account set monthly_budget_micros = 5000 where id = '" + acme + "'");
        till.book(
                        new Ask(Endpoint.MENTIONS, new AccountId(Integer.toString(acme)), TokenKey.APP),
                        Reads.posts(List.of(acme + "1")),
                        Instant.now())
                .await()
                .atMost(Duration.ofSeconds(10));
        budgets.refresh().await().atMost(Duration.ofSeconds(10));
        sql("""
                insert into gap (id, account_id, source, from_id, to_id, reached, state, why, opened_at)
                values (gen_random_uuid(), '%d', 'mentions:%d', 2083157183716917248, 2083157183716999999,
                  2083157183716999999, 'unfillable', 'it is older than seven days', now())
                """.formatted(acme, acme));
        sql("""
                insert into source_turn (source, account_id, ended_at, ended, detail, next_at, every_millis)
                values ('mentions:%d', '%d', now(), 'broken', 'no answer from X in time', now(), 2000)
                """.formatted(acme, acme));
        health().body("words", hasSize(3))
                .body("words[0]", containsString("X no longer shows it: it is older than seven days"))
                .body("words[1]", containsString("is spent"))
                .body("words[2]", containsString("no answer from X in time"))
                .body("gaps.state", contains("unfillable"), "webhook.state", equalTo("none"))
                .body("money.leftMicros", equalTo(0));
    }

    @Test
    void allAccountsAreShownAndAnUnknownOneIsNot() {
        get("/api/ingestion/health").statusCode(200).body("items.account.handle", hasItem("acme" + acme));
        get("/api/ingestion/accounts/1/health").statusCode(404).contentType("application/problem+json");
        given().get("/api/ingestion/health").then().statusCode(401);
    }

    private ValidatableResponse health() {
        return get("/api/ingestion/accounts/" + acme + "/health").statusCode(200);
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.of("agent", "agent")).get(path).then();
    }

    private void sql(String statement) {
        pool.query(statement).executeAndAwait();
    }
}
