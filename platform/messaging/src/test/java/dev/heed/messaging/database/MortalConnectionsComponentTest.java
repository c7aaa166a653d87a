package dev.heed.messaging.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.messaging.broker.StallingProxy;
import dev.heed.testing.RealParts;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "service", value = "messaging"))
class MortalConnectionsComponentTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Test
    void what_is_asked_of_a_database_that_falls_silent_fails_and_the_next_connection_serves() throws IOException {
        PgConnectOptions direct = PgConnectOptions.fromUri(set("quarkus.datasource.reactive.url"))
                .setUser(set("quarkus.datasource.username"))
                .setPassword(set("quarkus.datasource.password"));
        try (StallingProxy proxy = new StallingProxy(direct.getPort())) {
            Pool through = new Pool(new MortalConnections(() -> Duration.ofSeconds(2))
                    .create(new Given(vertx, new PgConnectOptions(direct).setPort(proxy.port()))));
            try {
                assertThat(one(through, "select 1")).isEqualTo("1");
                proxy.stall();
                assertThatThrownBy(() -> one(through, "select 2")).isNotInstanceOf(TimeoutException.class);
                proxy.goOn();
                assertThat(one(through, "select 3")).isEqualTo("3");
            } finally {
                through.closeAndAwait();
            }
        }
    }

    @Test
    void the_database_gives_up_on_a_process_that_is_gone_within_minutes() {
        assertThat(one(pool, "show tcp_keepalives_idle")).isEqualTo("30");
        assertThat(one(pool, "show idle_in_transaction_session_timeout")).isEqualTo("2min");
    }

    private static String set(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static String one(Pool pool, String query) {
        return pool.query(query)
                .execute()
                .map(rows -> String.valueOf(rows.iterator().next().getValue(0)))
                .await()
                .atMost(LONG);
    }

    private record Given(Vertx vertx, PgConnectOptions to) implements PgPoolCreator.Input {

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(1);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(to);
        }
    }
}
