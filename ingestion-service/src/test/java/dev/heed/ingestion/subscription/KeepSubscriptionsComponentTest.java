package dev.heed.ingestion.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.ingestion.AccountFixture;
import dev.heed.ingestion.Database;
import dev.heed.ingestion.FakeOwners;
import dev.heed.ingestion.FakeX;
import dev.heed.ingestion.Parts;
import dev.heed.ingestion.account.Account;
import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.connection.Connections;
import dev.heed.ingestion.connection.DisconnectAccount;
import dev.heed.ingestion.quota.Quotas;
import dev.heed.messaging.lease.Leases;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** X is kept telling us of each connected account. */
@QuarkusTest
@Parts
class KeepSubscriptionsComponentTest {

    private static final String URL = "https://heed.example/webhooks/x";
    private static final String MOVED = "https://moved.example/webhooks/x";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    AccountFixture accounts;

    @Inject
    Database database;

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

    private AccountId account;
    private String id;
    private FakeOwners owners;
    private FakeWebhooks there;
    private Webhooks webhooks;
    private KeepSubscriptions keeping;

    @BeforeEach
    void connect() {
        x.forget();
        quotas.forget();
        database.sql("delete from connection");
        database.sql("delete from subscription");
        Account subscribed = accounts.registered("told");
        account = subscribed.id();
        id = account.value();
        owners = new FakeOwners(x, "s" + id);
        there = new FakeWebhooks(x);
        owners.user(id, subscribed.handle());
        database.sql("delete from webhook_registered");
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
        owners.connect(id);
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
        owners.connect(id);
        look();
        there.subscriptions.removeFirst();
        there.webhooks.getFirst().put("valid", false);
        database.sql("update subscription set checked_at = now() - interval '61 minutes'");

        look();

        assertThat(there.types(id)).hasSize(5);
        assertThat(there.validations).hasValue(1);
        assertThat(webhooks.healthy(account)).isTrue();
    }

    @Test
    void subscriptionsBeyondTheFirstPageAreSeen() {
        there.pageSize = 2;
        owners.connect(id);
        look();
        database.sql("update subscription set checked_at = now() - interval '61 minutes'");

        look();

        assertThat(there.types(id)).hasSize(5);
        assertThat(webhooks.healthy(account)).isTrue();
        disconnecting.disconnect(account).await().atMost(PATIENCE);
        look();
        assertThat(there.types(id)).as("stale ones on the last page too").isEmpty();
    }

    @Test
    void whereXCannotReachUsThatIsSaidAndPollingDoesTheWork() {
        owners.connect(id);
        there.challengeFails = true;

        look();

        assertThat(webhooks.healthy(account)).isFalse();
        assertThat(webhooks.state(account))
                .hasValueSatisfying(state -> assertThat(state.why()).contains("CrcValidationFailed"));
    }

    @Test
    void anAccountThatIsConnectedNoLongerIsNotToldOf() {
        owners.connect(id);
        look();
        disconnecting.disconnect(account).await().atMost(PATIENCE);

        look();

        assertThat(there.types(id)).isEmpty();
        assertThat(webhooks.state(account)).isEmpty();
    }

    @Test
    void anEarlierAddressOfOursIsRemovedAsSoonAsThereIsANewOne() {
        owners.connect(id);
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
        owners.connect(id);
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
        owners.connect(id);

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
        owners.connect(id);

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
}
