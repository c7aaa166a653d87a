package dev.heed.ingestion.spending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountChanged;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.AccountStatus;
import dev.heed.ingestion.quota.Ask;
import dev.heed.ingestion.quota.Endpoint;
import dev.heed.ingestion.quota.Need;
import dev.heed.ingestion.quota.Reads;
import dev.heed.ingestion.quota.Till;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Parts
class LedgerComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    @Inject
    Till till;

    @Inject
    Budgets budgets;

    @Inject
    CloseTheDay days;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    @Inject
    Pool pool;

    private AccountId acme;

    @BeforeEach
    void open() {
        acme = accounts.registered("acme").id();
    }

    @Test
    void aPostIsBilledOnceADayHoweverOftenAndWhereverItIsRead() {
        book(Endpoint.MENTIONS, posts("a", "b", "c"), NOON);
        book(Endpoint.MENTIONS, posts("b", "c", "d"), NOON);
        book(Endpoint.SEARCH, posts("d", "e"), NOON.plus(Duration.ofHours(11)));
        ofMonth("2026-02")
                .body("micros", equalTo(25_000), "items", hasSize(2))
                .body("items[0].endpoint", equalTo("mentions"), "items[0].calls", equalTo(2))
                .body("items[0].resources", equalTo(6), "items[0].billed", equalTo(4))
                .body("items[0].micros", equalTo(20_000), "items[0].day", equalTo("2026-02-03"))
                .body("items[1].billed", equalTo(1), "items[1].micros", equalTo(5_000));
    }

    @Test
    void afterMidnightUtcItIsBilledAnew() {
        book(Endpoint.MENTIONS, posts("a"), Instant.parse("2026-02-03T23:59:59.999Z"));
        book(Endpoint.MENTIONS, posts("a"), Instant.parse("2026-02-04T00:00:00Z"));
        ofMonth("2026-02").body("micros", equalTo(10_000), "items", hasSize(2));
    }

    @Test
    void usersAndMessagesCostMoreAndAreNoPosts() {
        book(Endpoint.USERS_BY_IDS, Reads.users(List.of(id("a"))), NOON);
        book(Endpoint.MESSAGES, Reads.messages(List.of(id("a"))), NOON);
        book(Endpoint.MENTIONS, posts("a"), NOON);
        ofMonth("2026-02").body("micros", equalTo(25_000));
    }

    @Test
    void anEmptyPageIsACallThatCostsNothing() {
        book(Endpoint.MENTIONS, Reads.NOTHING, NOON);
        ofMonth("2026-02").body("micros", equalTo(0), "items[0].calls", equalTo(1));
    }

    @Test
    void manyAtOnceAreBilledAsOneAfterTheOther() {
        Random random = new Random(7);
        Set<String> all = new HashSet<>();
        List<Uni<Void>> bookings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<String> ids = new ArrayList<>(IntStream.range(0, 100)
                    .mapToObj(n -> id(Integer.toString(random.nextInt(800))))
                    .distinct()
                    .toList());
            Collections.shuffle(ids, random);
            all.addAll(ids);
            bookings.add(till.book(ask(Endpoint.MENTIONS), Reads.posts(ids), NOON));
        }
        Uni.join().all(bookings).andFailFast().await().atMost(Duration.ofSeconds(60));
        ofMonth("2026-02").body("micros", equalTo(all.size() * 5_000), "items[0].calls", equalTo(60));
    }

    @Test
    void aBudgetStopsWhatMayBeLeftFirstAndAnotherAccountNever() {
        Instant now = Instant.now();
        database.sql("update account set monthly_budget_micros = 100000 where id = '" + acme + "'");
        refresh();
        assertThat(till.refuses(ask(Endpoint.SEARCH), now)).isEmpty();
        book(Endpoint.MENTIONS, Reads.posts(ids(18)), now);
        assertThat(till.refuses(ask(Endpoint.SEARCH), now)).isPresent();
        assertThat(till.refuses(new Ask(Endpoint.SEARCH, acme, TokenKey.APP, Need.SHOULD), now))
                .isEmpty();
        assertThat(till.refuses(ask(Endpoint.MENTIONS), now)).isEmpty();
        book(Endpoint.MENTIONS, Reads.posts(ids(20)), now);
        assertThat(till.refuses(ask(Endpoint.MENTIONS), now))
                .hasValueSatisfying(empty -> assertThat(empty.why()).contains("100%"));
        assertThat(till.refuses(new Ask(Endpoint.WEBHOOKS, acme, TokenKey.APP), now))
                .isEmpty();
        AccountId another = accounts.registered("another").id();
        refresh();
        assertThat(till.refuses(new Ask(Endpoint.SEARCH, another, TokenKey.APP), now))
                .isEmpty();
        assertThat(budgets.of(acme).left()).hasValue(0);
        given().get("/q/metrics")
                .then()
                .body(org.hamcrest.Matchers.containsString(
                        "heed_ingestion_budget_left_micros{account=\"acme" + acme + "\"} 0.0"));
    }

    @Test
    void forAnAccountOfWhichNothingIsKnownNothingIsSpent() {
        AccountId nobody = new AccountId("1");
        Ask ask = new Ask(Endpoint.SEARCH, nobody, TokenKey.APP);
        till.open(ask).await().atMost(Duration.ofSeconds(10));
        assertThat(till.refuses(ask, NOON))
                .hasValueSatisfying(empty -> assertThat(empty.until()).isEqualTo(NOON.plusSeconds(1)));
        assertThat(till.refuses(new Ask(Endpoint.WEBHOOKS, nobody, TokenKey.APP), NOON))
                .isEmpty();
    }

    @Test
    void aNewAccountsBudgetIsKnownBeforeItsFirstCallAndAChangedOneWithTheNext() {
        database.sql("update account set monthly_budget_micros = 0 where id = '" + acme + "'");
        till.open(ask(Endpoint.MENTIONS)).await().atMost(Duration.ofSeconds(10));
        assertThat(till.refuses(ask(Endpoint.MENTIONS), NOON)).isPresent();
        change("{\"monthlyBudgetMicros\":1000000}");
        assertThat(till.refuses(ask(Endpoint.MENTIONS), NOON)).isEmpty();
        change("{\"monthlyBudgetMicros\":0}");
        assertThat(till.refuses(ask(Endpoint.MENTIONS), NOON)).isPresent();
    }

    @Test
    void aBudgetThatIsSetWhileTheLedgerIsReadStands() {
        refresh();
        CompletableFuture<Void> refreshed = new CompletableFuture<>();
        pool.withTransaction(connection -> connection
                        .query("lock table spending in access exclusive mode")
                        .execute()
                        .invoke(() -> refreshed.completeAsync(() -> {
                            refresh();
                            return null;
                        }))
                        .chain(() -> Uni.createFrom()
                                .item(() -> {
                                    Awaitility.await().atMost(PATIENCE).until(() -> waiting() > 0);
                                    budgets.see(new AccountChanged(bounded(7L)));
                                    return true;
                                })
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())))
                .await()
                .atMost(PATIENCE);
        refreshed.join();
        assertThat(budgets.of(acme).budget()).isEqualTo(7L);
        refresh();
        assertThat(budgets.of(acme).budget()).as("as it is stored").isNull();
    }

    private Account bounded(long budget) {
        return new Account(acme, "acme" + acme, "Acme", AccountStatus.ACTIVE, null, budget, null, null, null, null);
    }

    /** How many of this database's transactions wait for another's lock. */
    private long waiting() {
        return database.count(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    }

    @Test
    void whatIsSpentIsCountedUnderTheHandleThatTheOtherMetricsHave() {
        refresh();
        book(Endpoint.MENTIONS, posts("counted"), NOON);
        given().get("/q/metrics")
                .then()
                .body(org.hamcrest.Matchers.containsString(
                        "heed_ingestion_spent_micros_total{account=\"acme" + acme + "\",endpoint=\"mentions\"}"));
    }

    @Test
    void thePostsOfARemovedAccountAreLookedUpOn() {
        database.sql("update account set status = 'removed' where id = '" + acme + "'");
        refresh();
        assertThat(till.refuses(new Ask(Endpoint.POSTS_BY_IDS, acme, TokenKey.APP, Need.MUST), NOON))
                .isEmpty();
    }

    @Test
    void whatWasReadOnDaysThatAreOverIsForgottenAndTheLedgerStays() {
        book(Endpoint.MENTIONS, posts("a"), NOON);
        days.forget().await().atMost(Duration.ofSeconds(10));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(database.count("select count(*) from resource_read where day < '" + today.minusDays(1) + "'"))
                .isZero();
        ofMonth("2026-02").body("micros", equalTo(5_000));
    }

    @Test
    void whoIsNoLeadIsNotToldAndWhatIsNoMonthIsRefused() {
        given().auth()
                .oauth2(Tokens.of("agent", "agent"))
                .get("/api/ingestion/accounts/" + acme + "/spending")
                .then()
                .statusCode(403);
        for (String month : List.of("yesterday", "2026-13", "0026-01", "2026-1")) {
            given().auth()
                    .oauth2(Tokens.of("lead", "lead"))
                    .get("/api/ingestion/accounts/" + acme + "/spending?month=" + month)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    private void book(Endpoint endpoint, Reads reads, Instant at) {
        till.book(ask(endpoint), reads, at).await().atMost(Duration.ofSeconds(10));
    }

    private Ask ask(Endpoint endpoint) {
        return new Ask(endpoint, acme, TokenKey.APP);
    }

    /** Of this test's own account, so that tests do not read each other's. */
    private String id(String post) {
        return acme + post;
    }

    private Reads posts(String... posts) {
        return Reads.posts(List.of(posts).stream().map(this::id).toList());
    }

    private List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(n -> id("n" + n)).toList();
    }

    private void change(String body) {
        given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType("application/json")
                .body(body)
                .patch("/api/ingestion/accounts/" + acme)
                .then()
                .statusCode(200);
    }

    private void refresh() {
        budgets.refresh().await().atMost(Duration.ofSeconds(10));
    }

    private io.restassured.response.ValidatableResponse ofMonth(String month) {
        return given().auth()
                .oauth2(Tokens.of("lead", "lead"))
                .get("/api/ingestion/accounts/" + acme + "/spending?month=" + month)
                .then()
                .statusCode(200);
    }
}
