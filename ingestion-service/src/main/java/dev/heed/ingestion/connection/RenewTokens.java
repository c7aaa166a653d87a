package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.quota.TokenKey;
import dev.heed.messaging.outbox.Transactions;
import dev.heed.x.Refusal;
import dev.heed.x.XAnswer;
import dev.heed.x.XOAuth;
import dev.heed.x.XTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Renews an account's tokens, by one caller of one process at a time.
 *
 * <p>A refresh token is good for one use, and using it twice revokes everything. So it is used only while its row is locked,
 * its successor is stored before anybody uses it, and callers of this process share one attempt. What remains is a crash
 * between X's answer and our commit: then the right is gone, X says so at the next attempt, and an admin connects again.
 */
@ApplicationScoped
class RenewTokens {

    private static final Logger LOG = Logger.getLogger(RenewTokens.class);

    /** How long to leave X alone where it did not renew and did not say why. */
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** How often to look whether another process has renewed it, and for how long: longer than a call may take. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    private static final int GLANCES = 75;

    private final Transactions transactions;
    private final Connections connections;
    private final XOAuth oauth;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<AccountId, Uni<Bearer>> underWay = new ConcurrentHashMap<>();
    private final Map<AccountId, Later> later = new ConcurrentHashMap<>();

    /** Not to be tried before, and why. */
    private record Later(Instant until, String why) {}

    /** What X gave, for the grant that it is to replace. */
    private record Rotation(Grant spent, XTokens tokens) {}

    RenewTokens(Transactions transactions, Connections connections, XOAuth oauth, MeterRegistry meters, Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.oauth = oauth;
        this.meters = meters;
        this.clock = clock;
    }

    /** Gives the present token, or a renewed one. Comes back on the caller's own context. */
    Uni<Bearer> renew(Grant grant) {
        AccountId account = grant.connection().account();
        return Uni.createFrom().deferred(() -> {
            Later pause = later.get(account);
            if (pause != null && pause.until().isAfter(clock.instant())) {
                return Uni.createFrom().item(stopgap(grant, pause.why()));
            }
            Context mine = Vertx.currentContext();
            Uni<Bearer> shared = underWay.computeIfAbsent(
                    account,
                    id -> attempt(id, GLANCES)
                            .onTermination()
                            .invoke(() -> underWay.remove(id))
                            .memoize()
                            .indefinitely());
            return mine == null ? shared : shared.emitOn(go -> mine.runOnContext(now -> go.run()));
        });
    }

    private Uni<Bearer> attempt(AccountId account, int glances) {
        AtomicReference<@Nullable Rotation> rotated = new AtomicReference<>();
        return transactions
                .inConnection(connection -> connections
                        .lock(connection, account)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.<Bearer>empty())
                                : locked(connection, found.get(), rotated).map(Optional::of)))
                .onFailure()
                .recoverWithUni(failure -> storeAgain(rotated.get(), failure))
                .chain(bearer ->
                        bearer.map(ready -> Uni.createFrom().item(ready)).orElseGet(() -> elsewhere(account, glances)));
    }

    private Uni<Bearer> locked(SqlConnection connection, Grant grant, AtomicReference<@Nullable Rotation> rotated) {
        // Whoever had the lock before us may have renewed it, or seen it end.
        if (!grant.connection().isConnected() || !grant.isStale(clock.instant())) {
            return Uni.createFrom().item(present(grant));
        }
        String refresh = grant.refresh();
        if (refresh == null) {
            return grant.isOver(clock.instant())
                    ? end(
                            connection,
                            grant,
                            ConnectionStatus.EXPIRED,
                            "X gave it for two hours only (no offline.access).")
                    : Uni.createFrom().item(present(grant));
        }
        return oauth.refresh(refresh).chain(answer -> switch (answer) {
            case XAnswer.Given<XTokens>(XTokens tokens, var _) -> {
                rotated.set(new Rotation(grant, tokens));
                yield store(connection, grant, tokens);
            }
            case XAnswer.Refused<XTokens>(Refusal refusal, var _, String detail)
            when refusal == Refusal.INVALID ->
                end(connection, grant, ConnectionStatus.REVOKED, "X no longer takes our refresh token: " + detail);
            case XAnswer.Refused<XTokens>(Refusal refusal, var _, var _)
            when refusal == Refusal.UNAUTHORIZED ->
                notNow(
                        grant,
                        clock.instant().plus(PAUSE),
                        "X does not accept the company's own app (HEED_X_CLIENT_ID, HEED_X_CLIENT_SECRET)");
            case XAnswer.Refused<XTokens>(var _, var _, String detail) ->
                notNow(grant, clock.instant().plus(PAUSE), "X does not renew the right to read now: " + detail);
            case XAnswer.Limited<XTokens>(Instant until, var _) ->
                notNow(grant, until, "X renews no tokens until " + until);
            case XAnswer.Unclear<XTokens> unclear ->
                notNow(grant, clock.instant().plus(PAUSE), "X did not answer when the right to read was to be renewed");
        });
    }

    private Uni<Bearer> store(SqlConnection connection, Grant grant, XTokens tokens) {
        return connections.replace(connection, grant, tokens, clock.instant()).map(stored -> {
            later.remove(grant.connection().account());
            count("renewed");
            return new Bearer.Ready(
                    tokens.access(), TokenKey.of(grant.connection().account()));
        });
    }

    /** X has rotated, and our commit failed: what X gave is in memory only, so it is stored as soon as the database is back. */
    private Uni<Optional<Bearer>> storeAgain(@Nullable Rotation rotation, Throwable failure) {
        if (rotation == null) {
            return Uni.createFrom().failure(failure);
        }
        Grant spent = rotation.spent();
        return transactions
                .inConnection(connection -> store(connection, spent, rotation.tokens()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .expireIn(60_000)
                .map(Optional::of)
                .onFailure()
                .invoke(lost -> LOG.errorf(
                        "The renewed right to read as @%s could not be stored and is lost; an admin must connect it again",
                        spent.connection().handle()));
    }

    private Uni<Bearer> end(SqlConnection connection, Grant grant, ConnectionStatus how, String cause) {
        String why =
                "The right to read as @%s has ended. %s An admin must connect the account again (POST /api/ingestion/connections); until then only what is public is heard."
                        .formatted(grant.connection().handle(), cause.endsWith(".") ? cause : cause + ".");
        return connections.end(connection, grant, how, why, clock.instant()).map(first -> {
            if (first) {
                LOG.warn(why);
                count(how.word());
            }
            return new Bearer.Missing(why);
        });
    }

    private Uni<Bearer> notNow(Grant grant, Instant until, String why) {
        AccountId account = grant.connection().account();
        if (later.put(account, new Later(until, why)) == null) {
            LOG.warnf("%s (@%s)", why, grant.connection().handle());
        }
        count("later");
        return Uni.createFrom().item(stopgap(grant, why));
    }

    /** Another process renews it: the old token serves while it lasts, else the new one is waited for. */
    private Uni<Bearer> elsewhere(AccountId account, int glances) {
        return connections.grant(account).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(new Bearer.Missing("the account is not connected"));
            }
            Grant grant = found.get();
            Instant now = clock.instant();
            if (!grant.connection().isConnected() || !grant.isOver(now)) {
                return Uni.createFrom().item(present(grant));
            }
            return glances > 0
                    ? Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(GLANCE)
                            .chain(() -> attempt(account, glances - 1))
                    : Uni.createFrom().item(new Bearer.Missing("another process renews the right to read"));
        });
    }

    private Bearer stopgap(Grant grant, String why) {
        return grant.isOver(clock.instant()) ? new Bearer.Missing(why) : present(grant);
    }

    private static Bearer present(Grant grant) {
        Connection connection = grant.connection();
        return connection.isConnected()
                ? new Bearer.Ready(grant.access(), TokenKey.of(connection.account()))
                : new Bearer.Missing(connection.detail() == null ? "the right to read has ended" : connection.detail());
    }

    private void count(String outcome) {
        meters.counter("heed.ingestion.tokens", "outcome", outcome).increment();
    }
}
