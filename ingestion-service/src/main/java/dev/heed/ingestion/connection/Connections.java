package dev.heed.ingestion.connection;

import dev.heed.ingestion.account.AccountId;
import dev.heed.ingestion.account.OnRemoval;
import dev.heed.ingestion.secret.Secrets;
import dev.heed.x.XTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The rights to read that were given to us, one for each account at most. */
@ApplicationScoped
public class Connections {

    private static final String ALL = """
            select c.account_id, a.handle, c.status, c.scopes, c.expires_at, c.detail, c.access_token, c.refresh_token,
                   c.version, c.updated_at
            from connection c join account a on a.id = c.account_id
            """;
    private static final String ONE = ALL + " where c.account_id = $1";
    /** The lock under which a refresh token is used; whoever finds it locked leaves it to the other. */
    private static final String LOCK = ONE + " for update of c skip locked";

    private static final String CONNECT = """
            insert into connection as held (account_id, version, status, access_token, refresh_token, scopes, expires_at,
              detail, connected_by, connected_at, updated_at)
            select a.id, 1, 'connected', $2::bytea, $3::bytea, $4::text, $5::timestamptz, null, $6::text, $7::timestamptz,
              $7::timestamptz
              from account a where a.id = $1 and a.status <> 'removed' for key share
            on conflict (account_id) do update set version = held.version + 1, status = 'connected',
              access_token = excluded.access_token, refresh_token = excluded.refresh_token, scopes = excluded.scopes,
              expires_at = excluded.expires_at, detail = null, connected_by = excluded.connected_by,
              connected_at = excluded.connected_at, updated_at = excluded.updated_at
            """;
    private static final String REPLACE = """
            update connection set version = version + 1, access_token = $3, refresh_token = $4, scopes = $5,
              expires_at = $6, updated_at = $7
            where account_id = $1 and version = $2 and status = 'connected'
            """;
    private static final String END = """
            update connection set version = version + 1, status = $3, detail = $4, access_token = null,
              refresh_token = null, updated_at = $5
            where account_id = $1 and version = $2 and status = 'connected'
            """;
    private static final String REJECT = """
            update connection set expires_at = 'epoch'
            where account_id = $1 and status = 'connected' and updated_at < $2
            """;

    private static final String REMOVE = "delete from connection where account_id = $1";

    private final Pool pool;
    private final Secrets secrets;
    private final Connected connected;
    private final MultiGauge shown;

    Connections(Pool pool, Secrets secrets, Connected connected, MeterRegistry meters) {
        this.pool = pool;
        this.secrets = secrets;
        this.connected = connected;
        this.shown = MultiGauge.builder("heed.ingestion.connected")
                .description("1 while we may read as the account, 0 once that right has ended")
                .register(meters);
    }

    /** All of them, by handle. */
    public Uni<List<Connection>> all() {
        return pool.query(ALL + " order by a.handle")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Connections::connection)
                        .toList())
                .invoke(connected::see)
                .invoke(this::show);
    }

    /** Empty where the account was never connected, or is no longer. */
    public Uni<Optional<Connection>> find(AccountId account) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(account.value()))
                .map(rows -> first(rows).map(Connections::connection));
    }

    /** Fails where what is stored does not open. */
    Uni<Optional<Grant>> grant(AccountId account) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(account.value()))
                .map(rows -> first(rows).map(this::grant));
    }

    /** Locks it until the connection's transaction ends; empty if it is locked, or not there. */
    Uni<Optional<Grant>> lock(SqlConnection connection, AccountId account) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(account.value()))
                .map(rows -> first(rows).map(this::grant));
    }

    /** Connects an account, for the first time or again; false where it was removed, and nothing is kept. */
    public Uni<Boolean> connect(AccountId account, XTokens tokens, String admin, Instant now) {
        return pool.preparedQuery(CONNECT)
                .execute(Tuple.from(List.of(
                        account.value(),
                        sealed(tokens.access(), "access", account),
                        sealed(tokens.refresh(), "refresh", account),
                        String.join(" ", tokens.scopes()),
                        tokens.expiresAt().atOffset(ZoneOffset.UTC),
                        admin,
                        now.atOffset(ZoneOffset.UTC))))
                .map(rows -> rows.rowCount() == 1)
                .invoke(kept -> {
                    if (kept) {
                        connected.begin(account);
                    }
                });
    }

    /** Stores what X gave in place of a spent refresh token; false if the grant is no longer the one that was read. */
    Uni<Boolean> replace(SqlConnection connection, Grant spent, XTokens tokens, Instant now) {
        AccountId account = spent.connection().account();
        // X repeats the scopes; where it does not, they are what they were
        List<String> scopes = tokens.scopes().isEmpty() ? spent.connection().scopes() : tokens.scopes();
        return connection
                .preparedQuery(REPLACE)
                .execute(Tuple.from(List.of(
                        account.value(),
                        spent.version(),
                        sealed(tokens.access(), "access", account),
                        sealed(tokens.refresh(), "refresh", account),
                        String.join(" ", scopes),
                        tokens.expiresAt().atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC))))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Notes that the right has ended and forgets its tokens; false if somebody else did so, or connected it anew. */
    Uni<Boolean> end(SqlConnection connection, Grant grant, ConnectionStatus how, String detail, Instant now) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(
                        grant.connection().account().value(),
                        grant.version(),
                        how.word(),
                        detail,
                        now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1)
                .invoke(ended -> {
                    if (ended) {
                        connected.end(grant.connection().account());
                    }
                });
    }

    /** X no longer takes an access token that was given before this time: the next one to ask gets a renewed one. */
    Uni<Void> reject(AccountId account, Instant givenBefore) {
        return pool.preparedQuery(REJECT)
                .execute(Tuple.of(account.value(), givenBefore.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Destroys what is stored; false where there is nothing. */
    Uni<Boolean> remove(AccountId account) {
        return destroyed(account, REMOVE);
    }

    /** The same, if the account is removed; where it came back meanwhile, its new connection stays. */
    Uni<Boolean> removeOfRemoved(AccountId account) {
        return destroyed(account, REMOVE + " and " + OnRemoval.STILL_REMOVED);
    }

    private Uni<Boolean> destroyed(AccountId account, String statement) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(account.value()))
                .map(rows -> rows.rowCount() == 1)
                .invoke(was -> {
                    if (was) {
                        connected.end(account);
                    }
                });
    }

    private Buffer sealed(String token, String what, AccountId account) {
        return Buffer.buffer(secrets.seal(token, what + "/" + account));
    }

    private Grant grant(Row row) {
        Connection connection = connection(row);
        String refresh = opened(row, "refresh", connection.account());
        return new Grant(
                connection,
                opened(row, "access", connection.account()),
                refresh.isEmpty() ? null : refresh,
                row.getLong("version"),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private String opened(Row row, String what, AccountId account) {
        var sealed = row.getBuffer(what + "_token");
        return sealed == null ? "" : secrets.open(sealed.getBytes(), what + "/" + account);
    }

    private static Connection connection(Row row) {
        return new Connection(
                new AccountId(row.getString("account_id")),
                row.getString("handle"),
                ConnectionStatus.of(row.getString("status")),
                List.of(row.getString("scopes").split(" ")),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getString("detail"));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private void show(List<Connection> all) {
        shown.register(
                all.stream()
                        .map(connection -> MultiGauge.Row.of(
                                Tags.of("account", connection.handle()), connection.isConnected() ? 1 : 0))
                        .toList(),
                true);
    }
}
