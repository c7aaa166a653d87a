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

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.quota.Till;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.spending.Budgets;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Parts
class HealthResourceComponentTest {

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    @Inject
    Till till;

    @Inject
    Budgets budgets;

    private Account acme;

    @BeforeEach
    void register() {
        acme = accounts.registered("acme");
        database.sql("""
                update account set last_polled_at = now() - interval '4 seconds', last_heard_post_id = '2083157183716917248'
                where id = '%s'
                """.formatted(acme.id()));
    }

    @Test
    void anAccountThatIsHeardIsShownInOneLookAndNothingIsSaid() {
        database.sql("""
                insert into source_turn (source, account_id, ended_at, ended, next_at, every_millis)
                values ('mentions:%s', '%s', now(), 'complete', now() + interval '2 seconds', 2500)
                """.formatted(acme.id(), acme.id()));
        database.sql("""
                insert into quota_told (endpoint, token, calls_limit, calls_left, resets_at, told_at)
                values ('mentions', '%s', 300, 17, now() + interval '9 minutes', now())
                """.formatted(acme.id()));
        database.sql("""
                insert into connection (account_id, version, status, scopes, expires_at, connected_by, connected_at, updated_at)
                values ('%s', 1, 'connected', 'dm.read', now() + interval '1 hour', 'admin', now(), now())
                """.formatted(acme.id()));
        health().body("account.id", equalTo(acme.id().value()), "account.handle", equalTo(acme.handle()))
                .body("status", equalTo("active"), "lagSeconds", lessThan(60))
                .body("lastPostAt", equalTo("2026-07-31T11:45:50.444Z"))
                .body("sources", hasSize(1), "sources[0].key", equalTo("mentions:" + acme.id()))
                .body("sources[0].lastEnd", equalTo("complete"), "sources[0].everySeconds", equalTo(2.5f))
                .body("quota.find { it.endpoint == 'mentions' }.remaining", equalTo(17))
                .body("money.spentMicros", equalTo(0), "money.monthBudgetMicros", nullValue())
                .body("gaps", empty(), "webhook.state", equalTo("none"), "connection.state", equalTo("connected"))
                .body("words", empty());

        database.sql("delete from connection where account_id = '" + acme.id() + "'");
        health().body("quota.findAll { it.remaining == 17 }", empty(), "connection.state", equalTo("none"));
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        database.sql("update account set monthly_budget_micros = 5000 where id = '" + acme.id() + "'");
        till.book(
                        new Ask(Endpoint.MENTIONS, acme.id(), TokenKey.APP),
                        Reads.posts(List.of(acme.id() + "1")),
                        Instant.now())
                .await()
                .atMost(Duration.ofSeconds(10));
        budgets.refresh().await().atMost(Duration.ofSeconds(10));
        database.sql("""
                insert into gap (id, account_id, source, from_id, to_id, reached, state, why, opened_at)
                values (gen_random_uuid(), '%s', 'mentions:%s', 2083157183716917248, 2083157183716999999,
                  2083157183716999999, 'unfillable', 'it is older than seven days', now())
                """.formatted(acme.id(), acme.id()));
        database.sql("""
                insert into source_turn (source, account_id, ended_at, ended, detail, next_at, every_millis)
                values ('mentions:%s', '%s', now(), 'broken', 'no answer from X in time', now(), 2000)
                """.formatted(acme.id(), acme.id()));
        health().body("words", hasSize(3))
                .body("words[0]", containsString("it is not looked for any more: it is older than seven days"))
                .body("words[1]", containsString("is spent"))
                .body("words[2]", containsString("no answer from X in time"))
                .body("gaps.state", contains("unfillable"), "webhook.state", equalTo("none"))
                .body("money.leftMicros", equalTo(0));
    }

    @Test
    void allAccountsAreShownAndAnUnknownOneIsNot() {
        get("/api/ingestion/health").statusCode(200).body("items.account.handle", hasItem(acme.handle()));
        get("/api/ingestion/accounts/1/health").statusCode(404).contentType("application/problem+json");
        given().get("/api/ingestion/health").then().statusCode(401);
    }

    private ValidatableResponse health() {
        return get("/api/ingestion/accounts/" + acme.id() + "/health").statusCode(200);
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.of("agent", "agent")).get(path).then();
    }
}
