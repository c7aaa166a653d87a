package dev.heed.ingestion.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Connections;
import dev.heed.ingestion.connection.DisconnectAccount;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.messaging.lease.Leases;
import dev.heed.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** X is kept telling us of each connected account. */
@QuarkusTest
@Parts
class KeepSubscriptionsComponentTest {

    private static final String URL = "https://heed.example/webhooks/x";
    private static final String MOVED = "https://moved.example/webhooks/x";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger ACCOUNTS = new AtomicInteger(550_000);

    private record Config(
            Optional<String> url,
            Optional<String> consumerSecret,
            Optional<String> clientSecret,
            Duration checkInterval,
            Duration repairInterval)
            implements WebhookConfig {}

    @Inject
    FakeX x;

    @Inject
    Quotas quotas;

    @Inject
    Pool pool;

    @Inject
    AskWebhooks ask;

    @Inject
    Connections connections;

    @Inject
    DisconnectAccount disconnecting;

    @Inject
    Leases leases;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    private final String id = Integer.toString(ACCOUNTS.incrementAndGet());
    private final AccountId account = new AccountId(id);
    private FakeOwners owners;
    private FakeWebhooks there;
    private Webhooks webhooks;
    private KeepSubscriptions keeping;

    @BeforeEach
    void connect() {
        x.forget();
        quotas.forget();
        sql("delete from connection");
        sql("delete from subscription");
        owners = new FakeOwners(x, "s" + id);
        there = new FakeWebhooks(x);
        owners.user(id, "subscribed" + id);
        sql(
                "insert into account (id, handle, name, status, registered_at) values ('%s', 'subscribed%s', 'S', 'active', now())"
                        .formatted(id, id));
        sql("delete from webhook_registered");
        startAt(URL);
    }

    /** As after a restart with this address. */
    private void startAt(String url) {
        WebhookConfig config = new Config(
                Optional.of(url), Optional.of("secret"), Optional.empty(), Duration.ofHours(1), Duration.ofMinutes(2));
        webhooks = new Webhooks(pool, config, clock);
        KeepWebhook webhook = new KeepWebhook(ask, new Registered(pool), config);
        keeping = new KeepSubscriptions(vertx, ask, webhook, connections, webhooks, leases, config, clock);
    }

    @Test
    void aConnectedAccountIsToldOfByItself() {
        consent();
        assertThat(webhooks.healthy(account)).isFalse();

        look();

        assertThat(there.webhooks)
                .singleElement()
                .satisfies(one -> assertThat(one.getString("url")).isEqualTo(URL));
        assertThat(there.types(id))
                .containsExactlyInAnyOrder(
                        "post.mention.create", "post.reply.create", "post.quote.create", "post.delete", "dm.received");
        assertThat(webhooks.healthy(account)).isTrue();

        int asked = x.asked().size();
        look();
        assertThat(x.asked()).as("nothing is asked within the hour").hasSize(asked);
    }

    @Test
    void whatXLostIsSetUpAgainAfterAnHour() {
        consent();
        look();
        there.subscriptions.removeFirst();
        there.webhooks.getFirst().put("valid", false);
        sql("update subscription set checked_at = now() - interval '61 minutes'");

        look();

        assertThat(there.types(id)).hasSize(5);
        assertThat(there.validations).hasValue(1);
        assertThat(webhooks.healthy(account)).isTrue();
    }

    @Test
    void whereXCannotReachUsThatIsSaidAndPollingDoesTheWork() {
        consent();
        there.challengeFails = true;

        look();

        assertThat(webhooks.healthy(account)).isFalse();
        assertThat(webhooks.state(account))
                .hasValueSatisfying(state -> assertThat(state.why()).contains("CrcValidationFailed"));
    }

    @Test
    void anAccountThatIsConnectedNoLongerIsNotToldOf() {
        consent();
        look();
        disconnecting.disconnect(account).await().atMost(PATIENCE);

        look();

        assertThat(there.types(id)).isEmpty();
        assertThat(webhooks.state(account)).isEmpty();
    }

    @Test
    void anEarlierAddressOfOursIsRemovedAsSoonAsThereIsANewOne() {
        consent();
        look();
        startAt(MOVED);

        look();

        assertThat(there.webhooks)
                .singleElement()
                .satisfies(one -> assertThat(one.getString("url")).isEqualTo(MOVED));
        assertThat(there.subscriptions.stream().map(one -> one.getString("webhook_id")))
                .contains(there.webhooks.getFirst().getString("id"));
        assertThat(webhooks.healthy(account)).isTrue();
        assertThat(webhooks.state(account).orElseThrow().why()).isNull();
    }

    @Test
    void whereXAllowsOneWebhookOnlyTheEarlierOneMakesRoom() {
        consent();
        look();
        there.most = 1;
        startAt(MOVED);

        look();

        assertThat(there.webhooks)
                .singleElement()
                .satisfies(one -> assertThat(one.getString("url")).isEqualTo(MOVED));
        assertThat(webhooks.healthy(account)).isTrue();
    }

    @Test
    void aWebhookThatLooksLikeOursAndIsNotKnownToBeIsOnlySpokenOf() {
        there.webhooks.add(webhook("7", "https://staging.example/webhooks/x"));
        there.webhooks.add(webhook("8", "https://other.example/hooks"));
        consent();

        look();

        assertThat(there.webhooks).hasSize(3);
        assertThat(webhooks.healthy(account)).isTrue();
        assertThat(webhooks.state(account).orElseThrow().why())
                .contains("https://staging.example/webhooks/x (webhook 7)")
                .doesNotContain("other.example");
    }

    @Test
    void messagesAreSubscribedToOnlyWhereTheOwnerAllowedThem() {
        owners.scopes = "tweet.read users.read offline.access";
        consent();

        look();

        assertThat(there.types(id)).hasSize(4).doesNotContain("dm.received");
        assertThat(webhooks.healthy(account)).isTrue();
    }

    private static JsonObject webhook(String id, String url) {
        return new JsonObject().put("id", id).put("url", url).put("valid", true);
    }

    private void look() {
        keeping.look().await().atMost(PATIENCE);
    }

    private void consent() {
        String url = given().auth()
                .oauth2(Tokens.of("admin", "admin"))
                .contentType(ContentType.JSON)
                .body("{\"account\":\"" + id + "\"}")
                .post("/api/ingestion/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("authorizeUrl");
        given().queryParams(owners.consent(url, id))
                .get("/api/ingestion/connections/callback")
                .then()
                .statusCode(200);
    }

    private void sql(String statement) {
        pool.query(statement).executeAndAwait();
    }
}
