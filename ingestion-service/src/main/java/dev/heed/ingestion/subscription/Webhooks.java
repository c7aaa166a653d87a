package dev.heed.ingestion.subscription;

import dev.heed.ingestion.account.AccountId;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Whether X tells us of each account by itself, as far as was seen last. */
@ApplicationScoped
public class Webhooks {

    private static final String SAVE = """
            insert into subscription (account_id, state, why, checked_at) values ($1, $2, $3, $4)
            on conflict (account_id) do update
              set state = excluded.state, why = excluded.why, checked_at = excluded.checked_at
            """;

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final Pool pool;
    private final WebhookConfig config;
    private final Clock clock;
    /** What this process has read of the table, which any process may have written. */
    private volatile Map<AccountId, WebhookState> seen = Map.of();

    Webhooks(Pool pool, WebhookConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** Whether X tells us of the account by itself, so that polling need only find what that missed. Cheap. */
    public boolean healthy(AccountId account) {
        return state(account).filter(this::isGood).isPresent();
    }

    /** Half a configuration is a mistake, or an intention that nobody will remember. */
    void check(@Observes StartupEvent start) {
        config.halfSet().ifPresent(half -> LOG.warnf("X does not deliver by itself: %s. Polling does the work.", half));
    }

    /** Empty where webhooks are not wanted, or the account was not looked at yet. Cheap. */
    public Optional<WebhookState> state(AccountId account) {
        if (config.isWanted()) {
            return Optional.ofNullable(seen.get(account));
        }
        return config.url().filter(url -> !url.isBlank()).isPresent()
                ? config.halfSet().map(half -> new WebhookState(false, half, clock.instant()))
                : Optional.empty();
    }

    /** What was seen twice as long ago as it should have been looked at says nothing any more. */
    private boolean isGood(WebhookState state) {
        Instant oldest = clock.instant().minus(config.checkInterval().multipliedBy(2));
        return state.on() && state.checkedAt().isAfter(oldest);
    }

    /** Reads what any process has seen. */
    Uni<Map<AccountId, WebhookState>> read() {
        return pool.query("select account_id, state, why, checked_at from subscription")
                .execute()
                .map(rows -> {
                    Map<AccountId, WebhookState> states = new HashMap<>();
                    rows.forEach(row -> states.put(new AccountId(row.getString("account_id")), state(row)));
                    seen = Map.copyOf(states);
                    return seen;
                });
    }

    Uni<Void> save(AccountId account, WebhookState state) {
        return pool.preparedQuery(SAVE)
                .execute(Tuple.of(
                        account.value(),
                        state.on() ? "on" : "off",
                        state.why(),
                        state.checkedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> forget(AccountId account) {
        return pool.preparedQuery("delete from subscription where account_id = $1")
                .execute(Tuple.of(account.value()))
                .replaceWithVoid();
    }

    private static WebhookState state(Row row) {
        return new WebhookState(
                row.getString("state").equals("on"),
                row.getString("why"),
                row.getOffsetDateTime("checked_at").toInstant());
    }
}
