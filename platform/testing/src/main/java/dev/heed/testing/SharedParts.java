package dev.heed.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL and the one RabbitMQ of this JVM: given by {@code HEED_TEST_PG} and {@code HEED_TEST_AMQP}, or
 * started on first use and ended with the JVM.
 *
 * <p>Coordinates are kept in system properties, not in fields: Quarkus loads test classes in several class loaders, and
 * each has fields of its own.
 */
public final class SharedParts {
    private static final String POSTGRES = "HEED_TEST_PG";
    private static final String RABBIT = "HEED_TEST_AMQP";

    private SharedParts() {}

    public static PostgresServer postgres() {
        return PostgresServer.parse(known(POSTGRES, () -> startPostgres().coordinates()));
    }

    public static RabbitServer rabbit() {
        return RabbitServer.parse(
                known(RABBIT, () -> RabbitInstance.create().server().coordinates()));
    }

    private static String known(String key, Supplier<String> start) {
        // The key is interned, hence one lock for all class loaders of the JVM.
        synchronized (key.intern()) {
            @Nullable String given = System.getProperty(key, System.getenv(key));
            if (given != null && !given.isBlank()) {
                return given;
            }
            String started = start.get();
            System.setProperty(key, started);
            return started;
        }
    }

    private static PostgresServer startPostgres() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setPort(FreePorts.next())
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("max_wal_size", "512MB")
                    .setServerConfig("fsync", "off")
                    .start();
            return new PostgresServer("127.0.0.1", started.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the embedded PostgreSQL", e);
        }
    }
}
