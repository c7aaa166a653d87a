package dev.heed.ingestion.cursor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts go by other handles on X now and then. */
@QuarkusTest
@Parts
class RefreshHandlesComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    @Inject
    RefreshHandles handles;

    private Account acme;

    @BeforeEach
    void meet() {
        x.forget();
        quotas.forget();
        acme = accounts.registered("acme");
    }

    @Test
    void aHandleThatChangedIsTakenOverBilledOnceADayAndSaid() {
        x.also(request -> renamed(request, acme.handle() + "help"));
        refresh();
        refresh();
        assertThat(stored("handle")).isEqualTo(acme.handle() + "help");
        assertThat(database.count(
                        "select count(*) from resource_read where kind = 'user' and id = '" + acme.id() + "'"))
                .isEqualTo(1);
        health().body("account.handle", equalTo(acme.handle() + "help"))
                .body("words", hasItem(startsWith("On X @%1$s is @%1$shelp since ".formatted(acme.handle()))));
    }

    @Test
    void onlyAnotherLetterCaseIsNoRenaming() {
        x.also(request -> renamed(request, acme.handle().toUpperCase(Locale.ROOT)));
        refresh();
        assertThat(stored("handle")).isEqualTo(acme.handle().toUpperCase(Locale.ROOT));
        assertThat(stored("former_handle")).isEmpty();
    }

    @Test
    void whoConsentsIsKnownByItsPresentHandle() {
        FakeOwners owners = new FakeOwners(x, "renamed" + acme.id());
        owners.user(acme.id().value(), acme.handle() + "now");
        owners.connect(acme.id().value());
        assertThat(stored("handle")).isEqualTo(acme.handle() + "now");
        assertThat(stored("former_handle")).isEqualTo(acme.handle());
    }

    private void refresh() {
        handles.refresh().await().atMost(PATIENCE);
    }

    private boolean renamed(HttpServerRequest request, String handle) {
        if (!"/2/users".equals(request.path())) {
            return false;
        }
        JsonObject body = new JsonObject();
        if (List.of(String.valueOf(request.getParam("ids")).split(","))
                .contains(acme.id().value())) {
            body.put(
                    "data",
                    new JsonArray()
                            .add(new JsonObject()
                                    .put("id", acme.id().value())
                                    .put("username", handle)
                                    .put("name", "Acme")));
        }
        var _ = request.response().putHeader("content-type", "application/json").end(body.encode());
        return true;
    }

    private String stored(String column) {
        return database.one("select " + column + " from account where id = '" + acme.id() + "'");
    }

    private ValidatableResponse health() {
        return given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get("/api/ingestion/accounts/" + acme.id() + "/health")
                .then()
                .statusCode(200);
    }
}
