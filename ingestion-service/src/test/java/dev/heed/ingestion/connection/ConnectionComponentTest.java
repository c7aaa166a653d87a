package dev.heed.ingestion.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.cursor.Killer;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.ingestion.secret.Secrets;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.testing.Tokens;
import dev.heed.x.XOAuth;
import dev.heed.x.XTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The right to read: given, renewed, lost, given again and given back. */
@QuarkusTest
@Parts
class ConnectionComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONNECTIONS = "/api/ingestion/connections";

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    Pool pool;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    @Inject
    Bearers bearers;

    @Inject
    Connections connections;

    @Inject
    DisconnectAccount disconnecting;

    @Inject
    Transactions transactions;

    @Inject
    XOAuth oauth;

    @Inject
    Secrets secrets;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    @Inject
    Killer killer;

    private AccountId account;
    private String handle;
    private FakeOwners owners;

    @AfterEach
    void heal() {
        killer.arrive();
    }

    @BeforeEach
    void meet() {
        x.forget();
        quotas.forget();
        Account owned = accounts.registered("owned");
        account = owned.id();
        handle = owned.handle();
        owners = new FakeOwners(x, "t" + account);
        owners.user(account.value(), handle);
    }

    @Test
    void aConsentWorksOnceAndItsTokensAreNowhereToBeRead() {
        Map<String, String> back = owners.consent(ask("@" + handle), account.value());
        assertThat(back.get("scope")).isEqualTo("tweet.read users.read dm.read offline.access");

        given().queryParams(back)
                .get(CONNECTIONS + "/callback")
                .then()
                .statusCode(200)
                .body(containsString(handle));
        given().queryParams(back)
                .get(CONNECTIONS + "/callback")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("unknown-state"));

        as("lead", "lead")
                .get(CONNECTIONS)
                .then()
                .statusCode(200)
                .body("items.find { it.account == '%s' }.status".formatted(account), equalTo("connected"));
        assertThat(database.one(
                        "select encode(access_token, 'escape') || encode(refresh_token, 'escape') || status from connection"
                                + " where account_id = '" + account + "'"))
                .contains("connected")
                .doesNotContain("access-", "refresh-");
        assertThat(own()).isInstanceOf(Bearer.Ready.class);
        assertThat(bearers.forReading(account).await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Bearer.Ready.class, ready -> assertThat(ready.key()).isEqualTo(TokenKey.of(account)));
    }

    @Test
    void somebodyElsesConsentConnectsNothingAndIsGivenBack() {
        owners.user("4242", "stranger");
        Map<String, String> back = owners.consent(ask(handle), "4242");

        given().queryParams(back)
                .get(CONNECTIONS + "/callback")
                .then()
                .statusCode(409)
                .body("type", endsWith("wrong-account"))
                .body("detail", containsString("@stranger"));

        assertThat(own()).isInstanceOf(Bearer.Missing.class);
        assertThat(owners.revoked).hasSize(1);
    }

    @Test
    void anAccountWhoseBudgetIsSpentCanBeConnected() {
        as("admin", "admin")
                .body("{\"monthlyBudgetMicros\":0}")
                .patch("/api/ingestion/accounts/" + account)
                .then()
                .statusCode(200);
        connect();
        assertThat(own()).isInstanceOf(Bearer.Ready.class);
        assertThat(owners.revoked).isEmpty();
    }

    @Test
    void tokensOfWhichXDoesNotSayWhoseTheyAreAreGivenBack() {
        for (FakeX.Fault fault : List.of(
                FakeX.status(503, "{}"),
                FakeX.status(429, "{}", "x-rate-limit-reset", "9999999999"),
                FakeX.status(403, "{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"Forbidden\"}"))) {
            quotas.forget();
            Map<String, String> back = owners.consent(ask(handle), account.value());
            x.next(FakeX.truth(), fault);
            given().queryParams(back).get(CONNECTIONS + "/callback").then().statusCode(502);
        }
        assertThat(owners.revoked).hasSize(3).doesNotHaveDuplicates();
        assertThat(own()).isInstanceOf(Bearer.Missing.class);
    }

    @Test
    void aConsentThatIsTenMinutesOldOrWasDeclinedConnectsNothing() {
        Map<String, String> old = owners.consent(ask(handle), account.value());
        database.sql("update consent set expires_at = now() - interval '1 second'");
        given().queryParams(old).get(CONNECTIONS + "/callback").then().statusCode(400);

        Map<String, String> declined = owners.consent(ask(handle), account.value());
        given().queryParam("state", declined.get("state"))
                .queryParam("error", "access_denied")
                .get(CONNECTIONS + "/callback")
                .then()
                .statusCode(400)
                .body("type", endsWith("consent-declined"));
        assertThat(own()).isInstanceOf(Bearer.Missing.class);
    }

    @Test
    void onlyAnAdminConnectsAndOnlyWhatIsRegistered() {
        as("lead", "lead").body(body(handle)).post(CONNECTIONS).then().statusCode(403);
        as("admin", "admin")
                .body(body("nobody_at_all"))
                .post(CONNECTIONS)
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-account"));
        as("admin", "admin").body("{}").post(CONNECTIONS).then().statusCode(400);
    }

    @Test
    void twentyCallersInTwoProcessesRenewOnce() {
        connect();
        expire();
        // so long that whoever does not renew has to look again and again
        owners.tokenMillis = 1_000;

        List<Bearer> given = atOnce(10, anotherProcess());

        assertThat(owners.refreshes).hasValue(1);
        assertThat(owners.reuses).hasValue(0);
        assertThat(tokens(given)).hasSize(1);
    }

    @Test
    void aDayOfExpiriesMetByManyAtOnceUsesNoRefreshTokenTwice() {
        connect();
        Bearers another = anotherProcess();
        Set<String> all = new HashSet<>();
        for (int expiry = 1; expiry <= 20; expiry++) {
            expire();
            owners.tokenMillis = 30L * (expiry % 3);

            List<Bearer> given = atOnce(4, another);

            assertThat(owners.refreshes).hasValue(expiry);
            assertThat(tokens(given)).hasSize(1);
            all.addAll(tokens(given));
        }
        assertThat(all).as("a new one each time").hasSize(20);
        assertThat(owners.reuses).hasValue(0);
    }

    @Test
    void whatXRotatedIsStoredAsSoonAsTheDatabaseTakesIt() {
        connect();
        expire();
        killer.arrive();
        killer.killAt("connection");
        long before = killer.kills();
        CompletableFuture<Bearer> given = bearers.own(account).subscribeAsCompletionStage();
        await().atMost(PATIENCE).until(() -> killer.kills() >= before + 2);
        killer.spare();

        assertThat(given).succeedsWithin(PATIENCE).isInstanceOf(Bearer.Ready.class);
        assertThat(owners.refreshes).hasValue(1);
        expire();
        assertThat(own()).as("with the successor of the one that was spent").isInstanceOf(Bearer.Ready.class);
        assertThat(owners.refreshes).hasValue(2);
        assertThat(owners.reuses).hasValue(0);
    }

    /** So many callers in this process, and as many in the other. */
    private List<Bearer> atOnce(int callers, Bearers another) {
        List<Uni<Bearer>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(bearers.own(account));
            all.add(another.own(account));
        }
        return Uni.join().all(all).andFailFast().await().atMost(PATIENCE);
    }

    private static Set<String> tokens(List<Bearer> given) {
        assertThat(given).hasOnlyElementsOfType(Bearer.Ready.class);
        return given.stream().map(bearer -> ((Bearer.Ready) bearer).token()).collect(Collectors.toSet());
    }

    @Test
    void aTokenThatEndsSoonIsRenewedByWhoAsks() {
        connect();
        database.sql(
                "update connection set expires_at = now() + interval '2 minutes', updated_at = now() - interval '118 minutes'"
                        + " where account_id = '" + account + "'");
        String before = token();

        assertThat(owners.refreshes).hasValue(1);
        assertThat(token()).isEqualTo(before).startsWith("t" + account + "-access");
        assertThat(owners.refreshes).hasValue(1);
    }

    @Test
    void aRightThatWasTakenBackIsSaidOnceInWordsAndPublicReadingGoesOn() {
        connect();
        assertThat(quotas.token(account)).isEqualTo(TokenKey.of(account));
        expire();
        owners.revoke(account.value());

        assertThat(bearers.forReading(account).await().atMost(PATIENCE))
                .isInstanceOfSatisfying(
                        Bearer.Ready.class, ready -> assertThat(ready.key()).isEqualTo(TokenKey.APP));
        assertThat(quotas.token(account)).isEqualTo(TokenKey.APP);
        assertThat(own())
                .isInstanceOfSatisfying(
                        Bearer.Missing.class,
                        missing -> assertThat(missing.why())
                                .contains("@" + handle, "An admin must connect the account again"));
        as("admin", "admin")
                .get(CONNECTIONS)
                .then()
                .body("items.find { it.account == '%s' }.status".formatted(account), equalTo("revoked"));
        assertThat(database.one(
                        "select coalesce(access_token, refresh_token)::text from connection where account_id = '"
                                + account + "'"))
                .isEmpty();
        assertThat(owners.refreshes).hasValue(1);

        connect();
        assertThat(own()).isInstanceOf(Bearer.Ready.class);
        assertThat(quotas.token(account)).isEqualTo(TokenKey.of(account));
    }

    @Test
    void whereXRotatedAndNobodyWasToldTheRightIsGoneAndThatIsSaid() {
        connect();
        expire();
        owners.silent = true;
        assertThat(own()).isInstanceOf(Bearer.Missing.class);
        owners.silent = false;

        // another process, or this one after its pause, tries again with the only refresh token that is stored
        assertThat(anotherProcess().own(account).await().atMost(PATIENCE)).isInstanceOf(Bearer.Missing.class);
        assertThat(owners.reuses).hasValue(1);
        assertThat(database.one("select status from connection where account_id = '" + account + "'"))
                .isEqualTo("revoked");
    }

    @Test
    void whileXDoesNotRenewTheOldTokenServesUntilItsEnd() {
        connect();
        database.sql(
                "update connection set expires_at = now() + interval '2 minutes', updated_at = now() - interval '118 minutes'"
                        + " where account_id = '" + account + "'");
        x.next(FakeX.status(503, "{}"));

        assertThat(own()).isInstanceOf(Bearer.Ready.class);
        assertThat(own()).isInstanceOf(Bearer.Ready.class);
        assertThat(owners.refreshes).hasValue(0);
    }

    @Test
    void aTokenThatXRefusedIsRenewedByTheNextCaller() {
        connect();
        String before = token();
        database.sql(
                "update connection set updated_at = now() - interval '1 hour' where account_id = '" + account + "'");

        bearers.rejected(TokenKey.of(account)).await().atMost(PATIENCE);

        assertThat(token()).isNotEqualTo(before);
        assertThat(owners.refreshes).hasValue(1);
    }

    @Test
    void aDisconnectedAccountsTokensAreRevokedAtXAndDestroyed() {
        connect();
        as("admin", "admin").delete(CONNECTIONS + "/" + account).then().statusCode(204);

        assertThat(owners.revoked)
                .hasSize(2)
                .allSatisfy(token -> assertThat(token).startsWith("t" + account));
        assertThat(database.one("select account_id from connection where account_id = '" + account + "'"))
                .isEmpty();
        assertThat(quotas.token(account)).isEqualTo(TokenKey.APP);
        as("admin", "admin").delete(CONNECTIONS + "/" + account).then().statusCode(404);
    }

    @Test
    void whatAnotherProcessDidIsKnownWhenTheConnectionsAreReadNext() {
        connect();
        database.sql("delete from connection where account_id = '" + account + "'");
        as("admin", "admin").get(CONNECTIONS).then().statusCode(200);
        assertThat(quotas.token(account)).isEqualTo(TokenKey.APP);
    }

    @Test
    void anAccountThatIsRemovedIsDisconnectedToo() {
        connect();
        as("admin", "admin").delete("/api/ingestion/accounts/" + account).then().statusCode(204);

        assertThat(owners.revoked).hasSize(2);
        assertThat(own()).isInstanceOf(Bearer.Missing.class);
    }

    @Test
    void aConsentThatComesAfterTheRemovalConnectsNothing() {
        Map<String, String> back = owners.consent(ask(handle), account.value());
        as("admin", "admin").delete("/api/ingestion/accounts/" + account).then().statusCode(204);
        given().queryParams(back).get(CONNECTIONS + "/callback").then().statusCode(400);
        assertThat(kept()).isZero();
    }

    @Test
    void tokensThatComeAfterTheRemovalAreNotKept() {
        as("admin", "admin").delete("/api/ingestion/accounts/" + account).then().statusCode(204);
        XTokens tokens = new XTokens("access", "refresh", Instant.now().plusSeconds(7_200), List.of("dm.read"));
        assertThat(connections
                        .connect(account, tokens, "admin", Instant.now())
                        .await()
                        .atMost(PATIENCE))
                .isFalse();
        assertThat(kept()).isZero();
        assertThat(quotas.token(account)).isEqualTo(TokenKey.APP);
    }

    private long kept() {
        return database.count("select count(*) from connection where account_id = '" + account + "'");
    }

    @Test
    void aRightForATimeOnlyEnds() {
        owners.scopes = "tweet.read users.read";
        connect();
        database.sql(
                "update connection set refresh_token = null, expires_at = now() - interval '1 second' where account_id = '"
                        + account + "'");

        assertThat(own()).isInstanceOf(Bearer.Missing.class);
        assertThat(database.one("select status from connection where account_id = '" + account + "'"))
                .isEqualTo("expired");
        assertThat(quotas.token(account)).isEqualTo(TokenKey.APP);
    }

    private void connect() {
        given().queryParams(owners.consent(ask(handle), account.value()))
                .get(CONNECTIONS + "/callback")
                .then()
                .statusCode(200);
    }

    private String ask(String wanted) {
        return as("admin", "admin")
                .body(body(wanted))
                .post(CONNECTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
    }

    /** What shares only the database and X with this process. */
    private Bearers anotherProcess() {
        Connections theirs = new Connections(pool, secrets, new Connected(), meters);
        return new Bearers(oauth, theirs, new RenewTokens(transactions, theirs, oauth, meters, clock), secrets, clock);
    }

    private Bearer own() {
        return bearers.own(account).await().atMost(PATIENCE);
    }

    private String token() {
        return own() instanceof Bearer.Ready ready ? ready.token() : "";
    }

    private void expire() {
        database.sql(
                "update connection set expires_at = now() - interval '1 second' where account_id = '" + account + "'");
    }

    private static String body(String account) {
        return "{\"account\":\"" + account + "\"}";
    }

    private static RequestSpecification as(String user, String... roles) {
        return given().auth().oauth2(Tokens.of(user, roles)).contentType(ContentType.JSON);
    }
}
