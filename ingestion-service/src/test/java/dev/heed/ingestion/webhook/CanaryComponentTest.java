package dev.heed.ingestion.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.XPosts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Bearers;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.ingestion.rota.Depth;
import dev.heed.ingestion.rota.Sources;
import dev.heed.testing.Tokens;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything secret bears a mark and is driven through all that can be done with it and all that can go wrong: no line of the
 * log, no problem and no metric has the mark.
 */
@QuarkusTest
@Parts
class CanaryComponentTest {

    private static final String MARK = "canary8f3a";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Logger OURS = Logger.getLogger("dev.heed");

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    AccountFixture accounts;

    @Inject
    Database database;

    @Inject
    Bearers bearers;

    @Inject
    @All
    List<Sources> rooms;

    private final Deliver deliver = new Deliver();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Ear ear = new Ear();
    private String account;
    private String handle;
    private FakeOwners owners;

    /** Hears every line of every category, with what was thrown. */
    private static final class Ear extends Handler {
        /** The JDK's own formatters know nothing of how our lines come: as printf's, with their arguments beside them. */
        private final Formatter formatter = new PatternFormatter("%c %s%e");

        final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        x.forget();
        quotas.forget();
        Account silent = accounts.registered("silent");
        account = silent.id().value();
        handle = silent.handle();
        owners = new FakeOwners(x, MARK);
        owners.user(account, handle);
        ear.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(ear);
        OURS.setLevel(Level.ALL);
    }

    @AfterEach
    void calm() {
        OURS.setLevel(null);
        Logger.getLogger("").removeHandler(ear);
        database.sql("alter table message drop constraint if exists nothing_fits");
        database.sql("alter table mention drop constraint if exists nothing_fits");
        database.sql("alter table delivery drop constraint if exists nothing_fits");
    }

    /** An ear that hears no arguments would find everything in order. */
    @Test
    void whatIsSaidInALineOrInACauseIsHeard() {
        org.jboss.logging.Logger log = org.jboss.logging.Logger.getLogger("dev.heed.canary");

        log.warnf("It says %s (%d)", MARK, 1);
        log.warnf(new IllegalStateException("odd", new IOException("because of " + MARK)), "It failed at %s", "once");
        log.infov("It says {0}", MARK);

        assertThat(ear.lines)
                .filteredOn(line -> line.startsWith("dev.heed.canary"))
                .hasSize(3)
                .allMatch(CanaryComponentTest::tells);
    }

    @Test
    void nothingSecretIsEverSaid() {
        connectingInEveryWay();
        polling();
        deliveries();
        whileTheDatabaseRefuses();
        renewing();
        // the mark went through: what was driven was really driven
        assertThat(database.count("select count(*) from message where account_id = '" + account + "'"))
                .isGreaterThan(1);
        assertThat(database.count("select count(*) from mention where position('" + MARK + "' in text) > 0"))
                .isPositive();

        String metrics = given().get("/q/metrics").asString();

        assertThat(ear.lines).isNotEmpty().anyMatch(line -> line.startsWith("dev.heed"));
        assertThat(ear.lines).anyMatch(line -> line.contains("Not with Bearer"));
        assertThat(ear.lines).noneMatch(CanaryComponentTest::tells);
        assertThat(answers).isNotEmpty().noneMatch(CanaryComponentTest::tells);
        assertThat(metrics).contains("heed_ingestion_deliveries").doesNotContain(MARK);
        assertThat(database.count("select count(*) from delivery where position('" + MARK + "'::bytea in body) > 0"
                        + " or position('" + MARK + "' in coalesce(why, '')) > 0"))
                .isZero();
        assertThat(database.count("select count(*) from message where position('" + MARK + "'::bytea in text) > 0"))
                .isZero();
        assertThat(database.count("select count(*) from connection where position('" + MARK
                        + "'::bytea in access_token) > 0" + " or position('" + MARK + "' in coalesce(detail, '')) > 0"))
                .isZero();
    }

    private static boolean tells(String said) {
        return said.contains(MARK) || said.contains("test-consumer-secret");
    }

    private void connectingInEveryWay() {
        callback(Map.of("code", MARK + "-made-up", "state", MARK + "-made-up"));
        Map<String, String> wrongCode = owners.consent(ask(), account);
        callback(Map.of("code", MARK + "-never-given", "state", wrongCode.getOrDefault("state", "")));
        callback(owners.consent(ask(), "31337"));
        callback(Map.of("state", owners.consent(ask(), account).getOrDefault("state", ""), "error", "access_denied"));
        x.next(FakeX.status(503, MARK));
        callback(owners.consent(ask(), account));
        x.next(request -> {
            var _ = request.body()
                    .onSuccess(body -> refuse(
                            request,
                            new JsonObject().put("error", "invalid_request").put("error_description", "Not " + body)));
            return true;
        });
        callback(owners.consent(ask(), account));
        x.next(request -> {
            var _ = request.connection().close();
            return true;
        });
        callback(owners.consent(ask(), account));
        callback(owners.consent(ask(), account));
        answers.add(as("lead").get("/api/ingestion/connections").asString());
    }

    private void polling() {
        String id = XPosts.id(Instant.now().minusSeconds(600));
        owners.message(
                account,
                FakeOwners.direct(
                        id, "77", "my password is " + MARK, Instant.now().toString()));
        x.next(
                FakeX.status(503, MARK),
                FakeX.status(200, "{\"data\":\"" + MARK),
                request -> refuse(request, quoting(request, "detail")),
                request -> refuse(
                        request, new JsonObject().put("errors", new JsonArray().add(quoting(request, "message")))),
                FakeX.truth());
        for (int i = 0; i < 5; i++) {
            turn();
        }
        // shown to whoever answers, and to nobody else
        assertThat(as("agent").get("/api/ingestion/messages?account=" + account).asString())
                .contains(MARK);
        answers.add(as("compliance").get("/api/ingestion/messages").asString());
    }

    /** X's words about a request may quote what it came with. */
    private static JsonObject quoting(HttpServerRequest request, String field) {
        return new JsonObject().put(field, "Not with " + request.getHeader("Authorization"));
    }

    private static boolean refuse(HttpServerRequest request, JsonObject words) {
        var _ = request.response().setStatusCode(400).end(words.encode());
        return true;
    }

    private void deliveries() {
        JsonObject mention = Deliver.activity(
                "post.mention.create", account, XPosts.mention(Instant.now().minusSeconds(500), handle, MARK));
        JsonObject message = Deliver.activity(
                "dm.received", account, Deliver.message(XPosts.id(Instant.now().minusSeconds(400)), MARK));
        delivered(mention.encode());
        delivered(mention.encode());
        delivered(message.encode());
        delivered("{\"data\":{\"event_type\":\"post.mention.create\",\"payload\":{\"text\":\"" + MARK + "\"}}}");
        delivered("{\"data\":{\"event_type\":\"" + MARK + "\",\"event_uuid\":\"" + MARK + " " + MARK + "\"}}");
        delivered(MARK + "{");
        answers.add(deliver.send(mention.encode().getBytes(StandardCharsets.UTF_8), "sha256=" + MARK)
                .body());
        answers.add(
                given().queryParam("crc_token", "{" + MARK).get("/webhooks/x").asString());
        await().atMost(PATIENCE)
                .until(() -> database.count("select count(*) from delivery where state = 'waiting'") == 0);
    }

    /** A database that refuses tells which row it refuses. */
    private void whileTheDatabaseRefuses() {
        database.sql(
                "alter table message add constraint nothing_fits check (account_id <> '" + account + "') not valid");
        database.sql(
                "alter table mention add constraint nothing_fits check (account_id <> '" + account + "') not valid");
        delivered(Deliver.activity(
                        "post.mention.create",
                        account,
                        XPosts.mention(Instant.now().minusSeconds(300), handle, MARK))
                .encode());
        delivered(Deliver.activity(
                        "dm.received",
                        account,
                        Deliver.message(XPosts.id(Instant.now().minusSeconds(200)), MARK))
                .encode());
        await().atMost(PATIENCE)
                .until(() -> database.count(
                                "select count(*) from delivery where account_id = '" + account + "' and attempts > 0")
                        == 2);
        owners.message(
                account,
                FakeOwners.direct(
                        XPosts.id(Instant.now().minusSeconds(100)),
                        "77",
                        MARK,
                        Instant.now().toString()));
        turn();
        database.sql("alter table message drop constraint nothing_fits");
        database.sql("alter table mention drop constraint nothing_fits");
        database.sql("alter table delivery add constraint nothing_fits check (event_type <> 'dm.received') not valid");
        answers.add(deliver.signed(Deliver.activity(
                                "dm.received",
                                account,
                                Deliver.message(XPosts.id(Instant.now().minusSeconds(50)), MARK))
                        .encode()
                        .getBytes(StandardCharsets.UTF_8))
                .body());
        database.sql("alter table delivery drop constraint nothing_fits");
    }

    private void renewing() {
        AccountId renewed = new AccountId(account);
        expire();
        bearers.own(renewed).await().atMost(PATIENCE);
        expire();
        owners.revoke(account);
        answers.add(bearers.own(renewed).await().atMost(PATIENCE).toString());
        answers.add(as("lead").get("/api/ingestion/connections").asString());
        assertThat(answers).anyMatch(answer -> answer.contains("revoked"));
    }

    private void expire() {
        database.sql(
                "update connection set expires_at = now() - interval '1 second' where account_id = '" + account + "'");
    }

    /** One turn of the account's messages, as the rota gives them. */
    private void turn() {
        rooms.stream()
                .flatMap(room -> room.find().await().atMost(PATIENCE).stream())
                .filter(source -> source.key().word().equals("messages:" + account))
                .forEach(source ->
                        ear.lines.add("end " + source.turn(Depth.POLL).await().atMost(PATIENCE)));
    }

    private void delivered(String body) {
        var answer = deliver.signed(body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        answers.add(answer.body());
    }

    private void callback(Map<String, String> back) {
        answers.add(given().queryParams(back)
                .get("/api/ingestion/connections/callback")
                .asString());
    }

    private String ask() {
        return given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body("{\"account\":\"" + account + "\"}")
                .post("/api/ingestion/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, role));
    }
}
