package dev.heed.messaging.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets connections die with whoever was at their other end.
 *
 * <p>A database whose machine is gone says nothing, not even that it is gone: what was asked of it would wait for good, and
 * with it whatever is done one after the other. So a connection that is silent for too long is closed, which fails what waits;
 * and the database is told to look after us likewise, lest the locks of a process that is gone outlive it for hours.
 */
@ApplicationScoped
class MortalConnections implements PgPoolCreator {

    private final DatabaseConfig config;

    MortalConnections(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        int seconds = Math.max(2, Math.toIntExact(config.silence().toSeconds()));
        List<SqlConnectOptions> there = input.pgConnectOptionsList().stream()
                .<SqlConnectOptions>map(one -> mortal(one, seconds))
                .toList();
        // what is not in use goes first and in order, so that nobody is given a connection in the moment of its end
        PoolOptions options =
                new PoolOptions(input.poolOptions()).setIdleTimeout(seconds / 2).setIdleTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(there)
                .using(input.vertx())
                .build();
    }

    private static PgConnectOptions mortal(PgConnectOptions options, int seconds) {
        PgConnectOptions mortal = new PgConnectOptions(options);
        mortal.setIdleTimeoutUnit(TimeUnit.SECONDS).setReadIdleTimeout(seconds).setTcpKeepAlive(true);
        return mortal.addProperty("tcp_keepalives_idle", "30")
                .addProperty("tcp_keepalives_interval", "10")
                .addProperty("tcp_keepalives_count", "3")
                .addProperty("idle_in_transaction_session_timeout", seconds * 1_000L + "ms");
    }
}
